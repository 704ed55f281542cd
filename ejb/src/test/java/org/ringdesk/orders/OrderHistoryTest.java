package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.testing.Caller.as;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

class OrderHistoryTest {
    private static final Caller AGENT = as("anna.schmidt", Role.AGENT);

    @ParameterizedTest
    @EnumSource
    void theLastOrdersAreOneStatementAndNoMoreThanAskedFor(Database database) {
        Rooms rooms = database.rooms();
        OrderHistory history = rooms.get(OrderHistory.class);
        Number busiest = (Number) rooms.query(em -> em.createNativeQuery(
                        "select customer_id from sales_order group by customer_id order by count(*) desc limit 1")
                .getSingleResult());
        List<OrderSummary> all = AGENT.call(() -> history.recent(busiest.longValue(), 200));
        assertThat(all)
                .hasSizeGreaterThan(3)
                .isSortedAccordingTo(Comparator.comparing(OrderSummary::at).reversed());
        assertThat(AGENT.call(() -> history.recent(busiest.longValue(), 3))).isEqualTo(all.subList(0, 3));
        assertThat(rooms.database().statementsOf(() -> AGENT.call(() -> history.recent(busiest.longValue(), 3))))
                .singleElement()
                .asString()
                .contains("LIMIT");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUsualIsWhatWasInMostOrders(Database database) {
        Rooms rooms = database.rooms();
        long busiest = busiest(rooms);
        OrderHistory history = rooms.get(OrderHistory.class);
        ChannelView channel = AGENT.call(() -> rooms.get(Channels.class).mine(new ChannelCode("DE")));
        // in so many orders each; what is no longer sold counts, but is not offered
        List<?> counted = rooms.query(
                em -> em.createNativeQuery("""
                        select count(distinct o.id) from sales_order o join order_line l on l.order_id = o.id
                          join product_price p on p.product_id = l.product_id and p.channel_id = o.channel_id
                          join product g on g.id = l.product_id and g.active
                        where o.customer_id = ?1 and o.placed_at is not null and o.status <> 'CANCELLED'
                        group by l.product_id order by 1 desc limit 5
                        """).setParameter(1, busiest).getResultList());
        List<ProductView> usual = AGENT.call(() -> history.usual(busiest, channel, "en", 12));
        assertThat(usual).hasSizeBetween(5, 12).doesNotHaveDuplicates();
        List<Long> orders = usual.stream()
                .limit(5)
                .map(product -> ((Number) rooms.query(em -> em.createNativeQuery(
                                        "select count(distinct o.id) from sales_order o join order_line l on l.order_id = o.id"
                                                + " where o.customer_id = ?1 and l.product_id = ?2 and o.placed_at is not null"
                                                + " and o.status <> 'CANCELLED'")
                                .setParameter(1, busiest)
                                .setParameter(2, product.id())
                                .getSingleResult()))
                        .longValue())
                .toList();
        assertThat(orders)
                .isEqualTo(counted.stream().map(n -> ((Number) n).longValue()).toList());
        assertThat(rooms.database().statementsOf(() -> AGENT.call(() -> history.usual(busiest, channel, "en", 12))))
                .hasSize(2);
    }

    /** Who placed most orders in the German channel. */
    private static long busiest(Rooms rooms) {
        return ((Number) rooms.query(em -> em.createNativeQuery(
                                "select o.customer_id from sales_order o join sales_channel c on c.id = o.channel_id where c.code = 'DE'"
                                        + " and o.placed_at is not null group by o.customer_id order by count(*) desc, o.customer_id limit 1")
                        .getSingleResult()))
                .longValue();
    }
}
