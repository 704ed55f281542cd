package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.DE;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.payments.Accounts;
import org.ringdesk.shared.Money;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

class CustomerFinderTest {
    @ParameterizedTest
    @EnumSource
    void anOrdersNumberFindsWhoOrdered(Database database) {
        Selling selling = new Selling(database);
        CustomerFinder finder = selling.rooms().get(CustomerFinder.class);
        CustomerView customer = selling.somebody();
        String number = ANNA.call(() -> selling.entry().start(DE, customer.number(), null))
                .number()
                .value();
        assertThat(ANNA.call(() -> finder.find(number, 9))).containsExactly(customer);
        assertThat(ANNA.call(() -> finder.find(' ' + number.toLowerCase(Locale.ROOT), 9)))
                .containsExactly(customer);
        assertThat(ANNA.call(() -> finder.find(number.substring(5), 50))).contains(customer);
        assertThat(ANNA.call(() -> finder.find(customer.lastName(), 9))).contains(customer);
        assertThat(ANNA.call(() -> finder.find("", 9))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSearchIsEightStatementsOrFewer(Database database) {
        Rooms rooms = database.rooms();
        CustomerFinder finder = rooms.get(CustomerFinder.class);
        ANNA.call(() -> finder.find("warm", 1));
        for (String words : List.of("e", "anna", "10115", "030 23125043", "nobody at all")) {
            assertThat(rooms.database().statementsOf(() -> ANNA.call(() -> finder.find(words, 50))))
                    .as(words)
                    .hasSizeLessThanOrEqualTo(8)
                    .allSatisfy(s -> assertThat(s).startsWithIgnoringCase("select"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void figuresAreWhatTheOrdersAddUpTo(Database database) {
        Rooms rooms = database.rooms();
        OrderHistory history = rooms.get(OrderHistory.class);
        Number busiest = (Number) rooms.query(em -> em.createNativeQuery(
                        "select customer_id from sales_order group by customer_id order by count(*) desc limit 1")
                .getSingleResult());
        List<OrderSummary> orders = ANNA.call(() -> history.recent(busiest.longValue(), 200)).stream()
                .filter(o ->
                        o.status().ordinal() >= OrderStatus.PLACED.ordinal() && o.status() != OrderStatus.CANCELLED)
                .toList();
        List<OrderFigures> figures = ANNA.call(() -> history.figures(busiest.longValue()));
        assertThat(figures).hasSize(1);
        OrderFigures of = figures.get(0);
        Money sum = orders.stream().map(OrderSummary::total).reduce(Money::plus).orElseThrow();
        assertThat(of.orders()).isEqualTo(orders.size()).isGreaterThan(3);
        assertThat(of.sum()).isEqualTo(sum);
        assertThat(of.average().times(of.orders()).minus(sum).amount().abs().doubleValue())
                .isLessThan(0.01 * orders.size());
        assertThat(of.last()).isEqualTo(orders.get(0).at());
        assertThat(rooms.database().statementsOf(() -> ANNA.call(() -> history.figures(busiest.longValue()))))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOpenOnAccountIsWhatWasPostedThere(Database database) {
        Rooms rooms = database.rooms();
        Accounts accounts = rooms.get(Accounts.class);
        Object[] debtor = (Object[]) rooms.query(em -> em.createNativeQuery(
                        "select o.customer_id, sum(p.amount) from payment p join sales_order o on o.id = p.order_id"
                                + " where p.method = 'ACCOUNT' and p.status = 'POSTED' group by o.customer_id limit 1")
                .getSingleResult());
        long customer = ((Number) debtor[0]).longValue();
        List<Money> open = ANNA.call(() -> accounts.open(customer));
        assertThat(open).hasSize(1);
        assertThat(open.get(0).amount()).isEqualByComparingTo((java.math.BigDecimal) debtor[1]);
        assertThat(rooms.database().statementsOf(() -> ANNA.call(() -> accounts.open(customer))))
                .hasSize(1);
        assertThat(ANNA.call(() -> accounts.open(-1))).isEmpty();
    }
}
