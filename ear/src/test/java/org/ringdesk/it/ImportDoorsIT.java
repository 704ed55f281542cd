package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.Channels;
import org.ringdesk.catalog.PriceIntake;
import org.ringdesk.catalog.ProductIntake;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.catalog.StockIntake;
import org.ringdesk.customers.CustomerIntake;
import org.ringdesk.imports.FaultView;
import org.ringdesk.imports.ImportKind;
import org.ringdesk.imports.ImportState;
import org.ringdesk.imports.ImportView;
import org.ringdesk.imports.Imports;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.Intake;

/** Files brought in, inside the server: who may, and that its own timer checks and imports them in its own transactions. */
class ImportDoorsIT extends Deployed {
    private static final As KATRIN = as("katrin.brandt", Role.ADMIN);
    private static final String PRODUCTS = "number,name_en,name_de,category\n";

    @Inject
    private Imports imports;

    @Inject
    private ProductIntake products;

    @Inject
    private PriceIntake prices;

    @Inject
    private StockIntake stock;

    @Inject
    private CustomerIntake customers;

    @Inject
    private Products shelf;

    @Inject
    private Channels channels;

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    @Test
    void onlyAdminsBringFilesIn() {
        Map<String, Callable<?>> doors = Map.of(
                "list", () -> imports.list(0, 1),
                "count", () -> imports.count(),
                "fields", () -> imports.fields(ImportKind.STOCK),
                "get", () -> imports.get(1),
                "faults", () -> imports.faults(1, 0, 1),
                "preview", () -> imports.preview(1),
                "upload", () -> imports.upload(ImportKind.STOCK, "a.csv", new byte[0]),
                "start", () -> imports.start(1, 1, true),
                "discard", () -> imports.discard(1, 1));
        doors.forEach(this::shut);
        for (Intake intake : List.of(products, prices, stock, customers)) {
            shut("check", () -> intake.check(List.of()));
            shut("put", () -> intake.put(List.of(), "x"));
        }
    }

    private void shut(String name, Callable<?> door) {
        for (As other : List.of(
                as("anna.schmidt", Role.AGENT),
                as("petra.lindner", Role.SUPERVISOR),
                as("telephony", Role.TELEPHONY))) {
            assertThatThrownBy(() -> other.call(door)).as("%s: %s", other, name).isInstanceOf(EJBAccessException.class);
        }
        assertThatThrownBy(door::call).as("nobody: %s", name).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void theServerChecksAndImportsByItself() throws Exception {
        ImportView checked =
                checked(ImportKind.PRODUCTS, rows(PRODUCTS, 2300, "SRV-%d,Alder board,Erlenbrett,KITCHEN\n"));
        assertThat(checked.added()).isEqualTo(2300);
        KATRIN.call(() -> imports.start(checked.id(), checked.version(), false));
        assertThat(reached(checked.id(), ImportState.DONE).added()).isEqualTo(2300);
        ImportView priced = checked(ImportKind.PRICES, "product;channel;amount\nSRV-7;DE;12,50\nSRV-8;DE;13\n");
        KATRIN.call(() -> imports.start(priced.id(), priced.version(), true));
        assertThat(reached(priced.id(), ImportState.DONE).added()).isEqualTo(2);
        List<ProductView> found = as("anna.schmidt", Role.AGENT)
                .call(() -> shelf.search(channels.get(new ChannelCode("DE")), "erlenbrett", "de", 10));
        assertThat(found).extracting(p -> p.number().value()).containsExactlyInAnyOrder("SRV-7", "SRV-8");
    }

    /** What was put before the bad row is not there afterwards, though each thousand was written. */
    @Test
    void allOrNothingLeavesNothing() throws Exception {
        ImportView put = checked(ImportKind.PRODUCTS, rows(PRODUCTS, 1200, "NIL-%d,Thing,Ding,KITCHEN\n"));
        KATRIN.call(() -> imports.start(put.id(), put.version(), true));
        reached(put.id(), ImportState.DONE);
        ImportView priced = checked(ImportKind.PRICES, rows("product,channel,amount\n", 1200, "NIL-%d,DE,5.00\n"));
        change("delete from product where number = 'NIL-1199'");
        KATRIN.call(() -> imports.start(priced.id(), priced.version(), true));
        ImportView again = reached(priced.id(), ImportState.CHECKED);
        assertThat(again.problem()).isEqualTo("import.rows.changed");
        assertThat(KATRIN.call(() -> imports.faults(again.id(), 0, 10)))
                .containsExactly(new FaultView(1201, "product", "intake.product.unknown", List.of("NIL-1199")));
        assertThat(count("select count(*) from product_price c join product p on p.id = c.product_id"
                        + " where p.number like 'NIL-%'"))
                .isZero();
        KATRIN.call(() -> imports.discard(again.id(), again.version()));
    }

    @Test
    void customersComeInToo() throws Exception {
        ImportView checked = checked(
                ImportKind.CUSTOMERS,
                "first_name,last_name,phone,country,street,postal_code,city\n"
                        + "Walburga,Erle,030 5550777|0171 5550778,DE,Weg 1,10115,Berlin\n");
        KATRIN.call(() -> imports.start(checked.id(), checked.version(), true));
        assertThat(reached(checked.id(), ImportState.DONE).added()).isOne();
        assertThat(count("select count(*) from customer c join customer_phone p on p.customer_id = c.id"
                        + " where c.first_name = 'Walburga' and c.created_at is not null"))
                .isEqualTo(2);
    }

    private ImportView checked(ImportKind kind, String text) throws Exception {
        ImportView uploaded =
                KATRIN.call(() -> imports.upload(kind, "test.csv", text.getBytes(StandardCharsets.UTF_8)));
        return reached(uploaded.id(), ImportState.CHECKED);
    }

    private ImportView reached(long id, ImportState state) throws Exception {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> KATRIN.call(() -> imports.get(id)).state() == state);
        return KATRIN.call(() -> imports.get(id));
    }

    private static String rows(String header, int many, String row) {
        return header + IntStream.range(0, many).mapToObj(row::formatted).collect(Collectors.joining());
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
