package org.ringdesk.demo.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.ringdesk.demo.domain.Company;
import org.ringdesk.demo.domain.DemoCompany;

/** The same company on both databases: constraints hold, nothing is lost, what comes later does not collide. */
class CompanyWriterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
    private static final Company COMPANY = DemoCompany.asOf(CLOCK, DemoCompany.SEED);

    @Test
    void fillsH2() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:demo;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        fillAndCheck(database);
    }

    @Test
    void fillsPostgres() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            fillAndCheck(postgres.getPostgresDatabase());
        }
    }

    private static void fillAndCheck(DataSource database) throws SQLException {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            CompanyWriter writer = new CompanyWriter(connection);
            assertThat(writer.isEmpty()).isTrue();
            writer.write(COMPANY, new Logins(() -> "hash", false));
            assertThat(writer.isEmpty()).isFalse();
            connection.commit();
            check(connection);
        }
    }

    private static void check(Connection c) throws SQLException {
        assertThat(number(c, "select count(*) from app_user where not enabled")).isEqualTo(9);
        assertThat(number(c, "select count(*) from customer")).isEqualTo(200);
        assertThat(number(c, "select count(*) from product")).isEqualTo(300);
        assertThat(number(c, "select count(*) from sales_order")).isEqualTo(1000);
        assertThat(number(c, "select count(*) from customer_phone where e164 = '+493023125043'"))
                .isEqualTo(2);
        assertThat(number(c, "select count(*) from order_line"))
                .isEqualTo(COMPANY.orders().stream()
                        .mapToLong(o -> o.basket().lines().size())
                        .sum());
        assertThat(number(c, "select count(*) from payment"))
                .isEqualTo(COMPANY.orders().stream()
                        .mapToLong(o -> o.payments().size())
                        .sum());
        assertThat(number(c, "select count(*) from sales_order where total <> goods + charges"))
                .isZero();
        assertThat(number(
                        c,
                        "select count(*) from sales_order o where goods <>"
                                + " (select sum(amount) from order_line l where l.order_id = o.id)"))
                .isZero();
        assertThat(number(
                        c,
                        "select count(*) from sales_order o where total <> (select sum(p.amount) from payment p"
                                + " where p.order_id = o.id and p.status <> 'DECLINED')"))
                .isZero();
        checkTimes(c);
        checkSequences(c);
    }

    private static void checkTimes(Connection c) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet row = s.executeQuery("select created_at from sales_order order by id")) {
            row.next();
            assertThat(row.getObject(1, OffsetDateTime.class).toInstant())
                    .isEqualTo(COMPANY.orders().get(0).createdAt());
        }
    }

    /** The provider's next block of ids ends with the sequence's next value and begins 49 below it. */
    private static void checkSequences(Connection c) throws SQLException {
        long nextId = number(c, "select nextval('ringdesk_seq')") - 49;
        for (String table : new String[] {"sales_order", "order_line", "order_event", "payment", "payment_event"}) {
            assertThat(number(c, "select max(id) from " + table)).as(table).isLessThan(nextId);
        }
        assertThat(number(c, "select min(id) from sales_channel")).isEqualTo(951);
        assertThat(number(c, "select nextval('order_number_seq')")).isEqualTo(11_001);
        assertThat(number(c, "select nextval('customer_number_seq')")).isEqualTo(20_201);
        assertThat(number(c, "select count(*) from sales_order where number = 'DE00011001' or number = 'UK00011001'"))
                .isZero();
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
