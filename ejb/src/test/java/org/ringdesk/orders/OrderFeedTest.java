package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.SYSTEM;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** Other systems read what happens to orders, and miss nothing. */
class OrderFeedTest {
    private static final Caller READER = as("warehouse", Role.ORDER_READER);

    @ParameterizedTest
    @EnumSource
    void everyEventHasItsPlaceWithoutGapsAndAnOrdersOwnInTheirOrder(Database database) {
        Selling shop = new Selling(database);
        number(shop);
        long before = last(shop);
        OrderView order = shop.add(shop.filled(), "MUG-002", 3);
        assertThat(read(shop, before)).as("not before they have a place").isEmpty();
        number(shop);
        List<FeedEvent> events = read(shop, before);
        assertThat(events)
                .extracting(FeedEvent::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + events.size())
                        .boxed()
                        .toList());
        assertThat(events.stream().filter(e -> e.order().equals(order.number().value())))
                .extracting(e -> e.kind() + " " + e.who() + " " + e.newValue())
                .containsExactly("STARTED anna.schmidt ", "LINE_ADDED anna.schmidt 2", "LINE_ADDED anna.schmidt 3");
        assertThat(last(shop)).isEqualTo(before + events.size());
        assertThat(READER.call(() -> feed(shop).after(before + 1, 1)))
                .extracting(FeedEvent::sequence)
                .containsExactly(before + 2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCommittedLateComesLateAndIsNotMissed(Database database) throws SQLException {
        Selling shop = new Selling(database);
        OrderView early = shop.filled();
        number(shop);
        long before = last(shop);
        long id = firstId(shop, early);
        try (Connection late = shop.rooms().database().plain().getConnection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            // a transaction that drew its id before the others, and is still open while they are read
            statement.executeUpdate("insert into order_event (id, order_id, order_version, at, who, kind) select -" + id
                    + ", order_id, 1000, at, 'late', 'NOTE_ADDED' from order_event where id = " + id);
            OrderView other = shop.filled();
            number(shop);
            List<FeedEvent> seen = read(shop, before);
            assertThat(seen)
                    .extracting(FeedEvent::order)
                    .contains(other.number().value());
            assertThat(seen).extracting(FeedEvent::who).doesNotContain("late");
            long cursor = seen.get(seen.size() - 1).sequence();
            late.commit();
            number(shop);
            assertThat(read(shop, cursor)).extracting(FeedEvent::who).contains("late");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileOneServerNumbersAnotherLetsItBe(Database database) throws SQLException {
        Selling shop = new Selling(database);
        number(shop);
        long before = last(shop);
        shop.filled();
        try (Connection other = shop.rooms().database().plain().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select last_sequence from order_feed where id = 1 for update");
            number(shop);
            assertThat(last(shop)).isEqualTo(before);
            other.rollback();
        }
        number(shop);
        assertThat(last(shop)).isGreaterThan(before);
    }

    @ParameterizedTest
    @EnumSource
    void aPageIsOneStatement(Database database) {
        Selling shop = new Selling(database);
        shop.filled();
        number(shop);
        READER.run(() -> feed(shop).after(0, 10));
        List<String> statements = shop.rooms()
                .database()
                .statementsOf(() -> READER.call(() -> feed(shop).after(0, 10)));
        assertThat(statements).hasSize(1);
        assertThatThrownBy(() -> ANNA.call(() -> feed(shop).after(0, 10))).isInstanceOf(EJBAccessException.class);
    }

    private static long firstId(Selling shop, OrderView order) {
        Object id = new ArrayList<Object>(shop.rows(
                        "select min(e.id) from order_event e join sales_order o on o.id = e.order_id where o.number = '"
                                + order.number().value() + "'"))
                .get(0);
        return ((Number) id).longValue();
    }

    private static OrderFeed feed(Selling shop) {
        return shop.rooms().get(OrderFeed.class);
    }

    private static long last(Selling shop) {
        return READER.call(() -> feed(shop).last());
    }

    private static void number(Selling shop) {
        SYSTEM.run(() -> shop.rooms().get(FeedTimer.class).run());
    }

    /** Page by page, as far as it goes. */
    private static List<FeedEvent> read(Selling shop, long after) {
        List<FeedEvent> all = new ArrayList<>();
        long cursor = after;
        List<FeedEvent> page = READER.call(() -> feed(shop).after(after, 500));
        while (!page.isEmpty()) {
            all.addAll(page);
            cursor = page.get(page.size() - 1).sequence();
            long from = cursor;
            page = READER.call(() -> feed(shop).after(from, 500));
        }
        return all;
    }
}
