package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.PriceAnswering;
import org.ringdesk.orders.PriceAsking;
import org.ringdesk.orders.PriceRequestState;
import org.ringdesk.orders.PriceRequestView;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** A price asked of a supervisor, inside the server: who may ask and answer, several hands at once, and the server's own timer. */
class PriceRequestDoorsIT extends Deployed {
    private static final ChannelCode GERMAN = new ChannelCode("DE");
    private static final BigDecimal WANTED = new BigDecimal("9.00");
    private static final As PETRA = as("petra.lindner", Role.SUPERVISOR);
    private static final As GRAHAM = as("graham.wells", Role.SUPERVISOR);

    @Inject
    private OrderEntry entry;

    @Inject
    private Products products;

    @Inject
    private PriceAsking asking;

    @Inject
    private PriceAnswering answering;

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    @Test
    void agentsAskAndSupervisorsAnswer() throws Exception {
        OrderView order = asked("C20031");
        PriceRequestView request = request(order);
        Map<String, Callable<?>> askers = Map.of(
                "ask", () -> ask(order),
                "of", () -> asking.of(order.number()),
                "withdraw", () -> asking.withdraw(order.number(), order.version(), request.id()));
        Map<String, Callable<?>> answerers = Map.of(
                "current", () -> answering.current(),
                "approve", () -> answering.approve(request.id(), null, ""),
                "refuse", () -> answering.refuse(request.id(), "no"));
        shut(askers, PETRA, as("katrin.brandt", Role.ADMIN), as("telephony", Role.TELEPHONY));
        shut(answerers, as("anna.schmidt", Role.AGENT), as("telephony", Role.TELEPHONY));
        for (Callable<?> door : askers.values()) {
            refused("order.unknown", as("emily.clarke", Role.AGENT), door);
        }
        refused(
                "order.request.own",
                as("anna.schmidt", Role.SUPERVISOR),
                () -> answering.approve(request.id(), null, ""));
        assertThat(request(order)).isEqualTo(request);
        assertThat(as("katrin.brandt", Role.ADMIN)
                        .call(() -> answering.approve(request.id(), null, ""))
                        .endedBy())
                .isEqualTo("Katrin Brandt");
    }

    private static void shut(Map<String, Callable<?>> doors, As... others) {
        for (As other : others) {
            doors.forEach((name, door) -> assertThatThrownBy(() -> other.call(door))
                    .as("%s: %s", other, name)
                    .isInstanceOf(EJBAccessException.class));
        }
        doors.forEach((name, door) ->
                assertThatThrownBy(door::call).as("nobody: %s", name).isInstanceOf(EJBAccessException.class));
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() throws Exception {
        OrderView order = asked("C20032");
        long id = request(order).id();
        List<Callable<String>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(() -> outcome(PETRA, () -> answering.approve(id, null, "")));
            answers.add(() -> outcome(GRAHAM, () -> answering.refuse(id, "no")));
        }
        List<String> outcomes = atOnce(answers);
        assertThat(outcomes).filteredOn(o -> !o.equals("order.request.over")).hasSize(1);
        PriceRequestView kept = request(order);
        assertThat(outcomes).contains(kept.state().name());
        OrderView now = anna(() -> entry.get(order.number()));
        assertThat(now.lines().get(0).agreedReason())
                .isEqualTo(kept.state() == PriceRequestState.APPROVED ? "DAMAGED" : null);
    }

    /** Either the price is for the quantity it was asked for, or it is not given at all. */
    @Test
    void anAnswerAndAChangeOfTheLineAtOnceDoNotMix() throws Exception {
        for (int round = 0; round < 5; round++) {
            OrderView order = asked("C2004" + round);
            long id = request(order).id();
            List<String> outcomes = atOnce(List.of(
                    () -> outcome(PETRA, () -> answering.approve(id, null, "")),
                    () -> outcome(as("anna.schmidt", Role.AGENT), () -> {
                        entry.changeQuantity(order.number(), order.version(), 1, 7);
                        return asking.of(order.number()).get(0);
                    })));
            OrderView now = anna(() -> entry.get(order.number()));
            if (outcomes.get(0).equals("APPROVED")) {
                assertThat(outcomes.get(1)).isEqualTo("order.changed");
                assertThat(now.lines().get(0).quantity())
                        .isEqualTo(order.lines().get(0).quantity());
                assertThat(now.lines().get(0).unitPrice().amount()).isEqualByComparingTo(WANTED);
            } else {
                assertThat(outcomes).containsExactly("order.request.over", "WITHDRAWN");
                assertThat(now.lines().get(0).quantity()).isEqualTo(7);
                assertThat(now.lines().get(0).agreedReason()).isNull();
            }
        }
    }

    @Test
    void theServerEndsWhatNobodyAnswers() throws Exception {
        OrderView order = asked("C20034");
        // as if it had been asked before the server was started again
        change("update price_request set answer_until = asked_at where id = "
                + request(order).id());
        await().atMost(Duration.ofSeconds(20)).until(() -> request(order).state() == PriceRequestState.TIMED_OUT);
        assertThat(outcome(PETRA, () -> answering.approve(request(order).id(), null, "")))
                .isEqualTo("order.request.over");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    /** A new draft with one line for which a price was asked, whatever drafts there were. */
    private OrderView asked(String customer) throws Exception {
        OrderView begun = anna(() -> entry.start(GERMAN, new CustomerNumber(customer), null));
        ProductNumber mug = anna(() -> products.search(begun.channel(), "MUG-001", "de", 1))
                .get(0)
                .number();
        OrderView filled = anna(() -> entry.add(begun.number(), begun.version(), mug, 2));
        return anna(() -> ask(filled));
    }

    private OrderView ask(OrderView order) {
        return asking.ask(order.number(), order.version(), 1, WANTED, "DAMAGED", "a scratch");
    }

    private PriceRequestView request(OrderView order) throws Exception {
        List<PriceRequestView> all = anna(() -> asking.of(order.number()));
        return all.get(all.size() - 1);
    }

    private static String outcome(As who, Callable<PriceRequestView> work) throws Exception {
        try {
            return who.call(work).state().name();
        } catch (Refusal refusal) {
            return refusal.key();
        }
    }

    private static void refused(String key, As who, Callable<?> work) {
        refused(key, () -> who.call(work));
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
