package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderHolds;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStory;
import org.ringdesk.orders.OrderTerms;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Shipped;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Recap;
import org.ringdesk.payments.WorkFilter;
import org.ringdesk.payments.WorkQueue;
import org.ringdesk.payments.WorkQueues;
import org.ringdesk.payments.WorkView;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** The front door of the work queues inside the server: who is let in, what they see at what cost, and who has an order. */
class WorkQueuesDoorsIT extends Deployed {
    private static final As PETRA = as("petra.lindner", Role.SUPERVISOR);
    private static final As MIRIAM = as("miriam.vogel", Role.AGENT, Role.WORK_QUEUES);
    private static final As WAREHOUSE = as("warehouse", Role.FULFILMENT);

    @PersistenceUnit(unitName = "ringdesk")
    private EntityManagerFactory factory;

    @Inject
    private WorkQueues queues;

    @Inject
    private OrderEntry entry;

    @Inject
    private OrderHolds holds;

    @Inject
    private OrderTerms terms;

    @Inject
    private OrderStory story;

    @Inject
    private Fulfilment fulfilment;

    @Inject
    private Products products;

    @Inject
    private Checkout checkout;

    @Test
    void onlySupervisorsAndAgentsWithTheRightComeIn() throws Exception {
        OrderNumber number = submitted("C20051", "tok_declined").order().number();
        Map<String, Callable<?>> doors = Map.of(
                "counts", () -> queues.counts(WorkFilter.ALL),
                "list", () -> queues.list(WorkQueue.DECLINED, WorkFilter.ALL, 0),
                "look", () -> queues.look(number),
                "entries", () -> queues.entries(number),
                "claim", () -> queues.claim(number),
                "try", () -> queues.tryAgain(number));
        for (As other : List.of(
                as("anna.schmidt", Role.AGENT),
                as("katrin.brandt", Role.ADMIN),
                WAREHOUSE,
                as("telephony", Role.TELEPHONY))) {
            doors.forEach((name, door) -> assertThatThrownBy(() -> other.call(door))
                    .as("%s: %s", other, name)
                    .isInstanceOf(EJBAccessException.class));
        }
        assertThatThrownBy(() -> MIRIAM.run(() -> queues.settle(number, WorkQueue.BALANCE, "x")))
                .isInstanceOf(EJBAccessException.class);
        // in another channel it does not exist
        As emily = as("emily.clarke", Role.AGENT, Role.WORK_QUEUES);
        refused("order.unknown", () -> emily.call(() -> queues.claim(number)));
        refused("order.unknown", () -> emily.call(() -> story.version(number)));
        assertThat(emily.call(() -> queues.list(WorkQueue.DECLINED, WorkFilter.ALL, 0)))
                .noneMatch(e -> e.order().equals(number));
        assertThat(PETRA.call(() -> queues.list(WorkQueue.DECLINED, WorkFilter.ALL, 0)))
                .anyMatch(e -> e.order().equals(number));
    }

    @Test
    void aQueueCostsOneStatementHoweverLongItIs() throws Exception {
        submitted("C20052", "tok_declined");
        submitted("C20053", "tok_declined");
        try (Statements statements = new Statements(factory)) {
            assertThat(PETRA.call(() -> queues.counts(WorkFilter.ALL)).get(WorkQueue.DECLINED))
                    .isGreaterThanOrEqualTo(2);
            assertThat(PETRA.call(() -> queues.list(WorkQueue.DECLINED, WorkFilter.ALL, 0)))
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(statements.seen()).hasSize(2);
        }
    }

    @Test
    void ofTwoOneHasIt() throws Exception {
        OrderNumber number = submitted("C20054", "tok_declined").order().number();
        List<String> outcomes = atOnce(List.of(() -> claimed(PETRA, number), () -> claimed(MIRIAM, number)));
        assertThat(outcomes).containsExactlyInAnyOrder("yes", "work.claimed");
        As first = outcomes.get(0).equals("yes") ? PETRA : MIRIAM;
        As second = first == PETRA ? MIRIAM : PETRA;
        first.run(() -> queues.release(number));
        assertThat(claimed(second, number)).isEqualTo("yes");
    }

    @Test
    void aSupervisorClearsAHoldAndNotesWhy() throws Exception {
        OrderView order = order("C20055");
        OrderView held = anna(() -> holds.hold(order.number(), order.version(), "FRAUD", "Third card"));
        assertThat(waits(order.number())).containsExactly("HELD");
        OrderView noted =
                PETRA.call(() -> terms.note(order.number(), held.version(), null, "Is known to us", true, false));
        long hold = PETRA.call(() -> holds.holds(order.number())).get(0).id();
        PETRA.call(() -> holds.clear(order.number(), noted.version(), hold, "Known"));
        assertThat(waits(order.number())).isEmpty();
    }

    @Test
    void aRefusedCaptureIsAskedForAgainByTheTimer() throws Exception {
        OrderView order = submitted("C20056", "tok_capture_declined").order();
        int pieces = order.lines().get(0).quantity();
        WAREHOUSE.run(() -> fulfilment.release(order.number(), Set.of()));
        WAREHOUSE.run(() -> fulfilment.ship(order.number(), new Shipped("P-1", null, null, Map.of(1, pieces))));
        WAREHOUSE.run(() -> fulfilment.invoice(order.number(), "R-1", Map.of()));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(waits(order.number())).containsExactly("REFUSED"));
        MIRIAM.call(() -> queues.tryAgain(order.number()));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(MIRIAM.call(() -> story.events(order.number())))
                        .filteredOn(e -> e.kind().name().equals("MONEY_REFUSED"))
                        .hasSize(2));
        MIRIAM.run(() -> queues.release(order.number()));
        PETRA.run(() -> queues.settle(order.number(), WorkQueue.REFUSED, "Paid by transfer"));
        assertThat(waits(order.number())).isEmpty();
    }

    private String claimed(As who, OrderNumber number) throws Exception {
        try {
            return who.call(() -> queues.claim(number)).isEmpty() ? "no" : "yes";
        } catch (Refusal refusal) {
            return refusal.key();
        }
    }

    private List<String> waits(OrderNumber number) throws Exception {
        return PETRA.call(() -> queues.entries(number)).stream()
                .map(WorkView::queue)
                .map(Enum::name)
                .toList();
    }

    private Recap submitted(String customer, String token) throws Exception {
        OrderView order = order(customer);
        Recap paid = anna(() -> checkout.payByCard(order.number(), token, order.total()));
        return anna(() -> checkout.submit(order.number(), paid.order().version(), UUID.randomUUID()));
    }

    private OrderView order(String customer) throws Exception {
        OrderView begun = anna(() -> entry.start(new ChannelCode("DE"), new CustomerNumber(customer), null));
        ProductNumber cup = anna(() -> products.search(begun.channel(), "becher", "de", 1))
                .get(0)
                .number();
        return anna(() -> entry.add(begun.number(), begun.version(), cup, 2));
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
