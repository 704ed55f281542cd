package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.it.As.as;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.PriceIntake;
import org.ringdesk.catalog.ProductIntake;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.StockIntake;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderCatalog;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.Intake;

/** Many agents sell the same few goods at the same time inside the server: no update is lost and nothing is sold twice. */
class StockDoorsIT extends Deployed {
    private static final ChannelCode GERMAN = new ChannelCode("DE");
    private static final As KATRIN = as("katrin.brandt", Role.ADMIN);
    private static final int CLIENTS = 64;
    private static final int SHARED = 8;

    @Inject
    private OrderEntry entry;

    @Inject
    private OrderCatalog catalog;

    @Inject
    private Checkout checkout;

    @Inject
    private ProductIntake products;

    @Inject
    private PriceIntake prices;

    @Inject
    private StockIntake stock;

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    /** Eight agents each add one piece to each of eight orders, all at once; then all of them place all of the orders at once. */
    @Test
    void sixtyFourClientsOnEightOrdersLoseNothingAndOversellNothing() throws Exception {
        int inEach = CLIENTS / SHARED;
        goods("SHR-1", 5 * inEach);
        List<OrderNumber> orders = new ArrayList<>();
        for (int i = 0; i < SHARED; i++) {
            orders.add(draft(i).number());
        }
        atOnce(IntStream.range(0, CLIENTS)
                .<Callable<Boolean>>mapToObj(i -> () -> addOne(orders.get(i % SHARED)))
                .toList());
        for (OrderNumber number : orders) {
            OrderView order = anna(() -> entry.get(number));
            assertThat(order.lines()).singleElement().satisfies(l -> assertThat(l.quantity())
                    .isEqualTo(inEach));
            anna(() -> checkout.payByCard(number, "tok_visa", order.total()));
        }
        List<String> outcomes = atOnce(IntStream.range(0, CLIENTS)
                .<Callable<String>>mapToObj(i -> () -> place(orders.get(i % SHARED)))
                .toList());
        assertThat(outcomes).containsAnyOf("PLACED").allSatisfy(o -> assertThat(o)
                .isIn("PLACED", "stock.gone", "order.changed", "order.not-editable"));
        List<OrderStatus> ends = new ArrayList<>();
        for (OrderNumber number : orders) {
            ends.add(anna(() -> entry.get(number)).status());
        }
        assertThat(Collections.frequency(ends, OrderStatus.PLACED)).isEqualTo(5);
        assertThat(Collections.frequency(ends, OrderStatus.DRAFT)).isEqualTo(3);
        assertThat(reserved("SHR-1")).isEqualTo(5 * inEach);
        sumsAreRight("SHR-%");
    }

    /** Orders of four lines over eight products, each in another order of its lines. */
    @Test
    void sixtyFourOrdersOfTheSameGoodsDoNotWaitForOneAnotherForEver() throws Exception {
        int pieces = 3;
        for (int i = 0; i < SHARED; i++) {
            goods("MIX-" + i, 20 * pieces);
        }
        Random dice = new Random(7);
        List<OrderNumber> orders = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            OrderView order = draft(i);
            List<Integer> shuffled =
                    new ArrayList<>(IntStream.range(0, SHARED).boxed().toList());
            Collections.shuffle(shuffled, dice);
            for (int product : shuffled.subList(0, 4)) {
                OrderView now = order;
                order = anna(() -> entry.add(now.number(), now.version(), new ProductNumber("MIX-" + product), pieces));
            }
            OrderView full = order;
            anna(() -> checkout.payByCard(full.number(), "tok_visa", full.total()));
            orders.add(order.number());
        }
        List<String> outcomes = atOnce(orders.stream()
                .<Callable<String>>map(number -> () -> place(number))
                .toList());
        // 256 lines want 768 pieces of 480
        assertThat(outcomes).contains("PLACED", "stock.gone").allSatisfy(o -> assertThat(o)
                .isIn("PLACED", "stock.gone"));
        int sold = 0;
        for (int i = 0; i < SHARED; i++) {
            int reserved = reserved("MIX-" + i);
            assertThat(reserved).isLessThanOrEqualTo(20 * pieces);
            sold += reserved;
        }
        assertThat(sold).isEqualTo(Collections.frequency(outcomes, "PLACED") * 4 * pieces);
        sumsAreRight("MIX-%");
    }

    @Test
    void theListIsTheOrdersAndForAgentsOfItsChannelOnly() throws Exception {
        OrderView order = draft(1);
        assertThat(anna(() -> catalog.find(order.number(), "becher", "de", 5)))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.promised()).isNotNull());
        refused("order.unknown", () -> as("emily.clarke", Role.AGENT)
                .call(() -> catalog.find(order.number(), "becher", "de", 5)));
        for (As other : List.of(as("petra.lindner", Role.SUPERVISOR), KATRIN)) {
            assertThatThrownBy(() -> other.call(() -> catalog.find(order.number(), "becher", "de", 5)))
                    .isInstanceOf(EJBAccessException.class);
        }
    }

    /** As the screens do it: whoever was overtaken looks again. */
    private boolean addOne(OrderNumber number) throws Exception {
        while (true) {
            OrderView seen = anna(() -> entry.get(number));
            try {
                anna(() -> entry.add(number, seen.version(), new ProductNumber("SHR-1"), 1));
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.key()).isEqualTo("order.changed");
            }
        }
    }

    private String place(OrderNumber number) throws Exception {
        OrderView seen = anna(() -> entry.get(number));
        try {
            Recap done = anna(() -> checkout.submit(number, seen.version(), UUID.randomUUID()));
            return done.order().status().name();
        } catch (Refusal refusal) {
            return refusal.key();
        }
    }

    private OrderView draft(int customer) throws Exception {
        return anna(() ->
                entry.start(GERMAN, new CustomerNumber("C" + (20_100 + customer)), new CallId(UUID.randomUUID())));
    }

    /** So many of a product that may not be backordered. */
    private void goods(String number, int pieces) throws Exception {
        put(
                products,
                Map.of(
                        "number",
                        number,
                        "name_en",
                        "Thing " + number,
                        "name_de",
                        "Ding " + number,
                        "category",
                        "KITCHEN",
                        "backorder",
                        "no"));
        put(prices, Map.of("product", number, "channel", "DE", "amount", "10"));
        put(stock, Map.of("product", number, "quantity", String.valueOf(pieces)));
    }

    private static void put(Intake intake, Map<String, String> row) throws Exception {
        assertThat(KATRIN.call(() -> intake.put(List.of(row), "katrin.brandt")))
                .allSatisfy(r -> assertThat(r.faults()).isEmpty());
    }

    private int reserved(String number) throws SQLException {
        return number(
                "select s.reserved from product_stock s join product p on p.id = s.product_id where p.number like ?",
                number);
    }

    /** Reserved is what is claimed, and what is claimed is what placed orders have in their lines; nothing more than there is. */
    private void sumsAreRight(String numbers) throws SQLException {
        assertThat(number("""
                        select count(*) from product_stock s join product p on p.id = s.product_id where p.number like ? and
                          (s.reserved > s.on_hand
                           or s.reserved <> (select coalesce(sum(c.pieces), 0) from stock_claim c where c.product_id = p.id)
                           or s.reserved <> (select coalesce(sum(l.quantity), 0) from order_line l
                                             join sales_order o on o.id = l.order_id
                                             where l.product_id = p.id and o.status = 'PLACED'))
                        """, numbers)).isZero();
    }

    private int number(String sql, String parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
