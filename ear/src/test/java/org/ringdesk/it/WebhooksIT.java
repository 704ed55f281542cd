package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.FeedEvent;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderFeed;
import org.ringdesk.orders.OrderView;
import org.ringdesk.shared.Role;
import org.ringdesk.webhooks.AttemptView;
import org.ringdesk.webhooks.WebhookProblem;
import org.ringdesk.webhooks.WebhookSecret;
import org.ringdesk.webhooks.WebhookSteps;
import org.ringdesk.webhooks.WebhookView;
import org.ringdesk.webhooks.Webhooks;

/** What happens to orders goes over HTTP to a receiver, by the timer. */
class WebhooksIT extends Deployed {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final As KATRIN = as("katrin.brandt", Role.ADMIN);
    private static final As SYSTEM = as("system", Role.SYSTEM);

    /** What came, in its order. */
    private record Came(String delivery, String signature, String body, int answered) {
        JsonObject json() {
            return Json.createReader(new StringReader(body)).readObject();
        }
    }

    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch arrived = new CountDownLatch(1);
    private HttpServer receiver;

    @Inject
    private Webhooks webhooks;

    @Inject
    private WebhookSteps steps;

    @Inject
    private OrderFeed feed;

    @Inject
    private OrderEntry entry;

    @Inject
    private Products products;

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(threads);
        receiver.createContext("/hook", this::take);
        receiver.start();
    }

    @AfterEach
    void close() throws Exception {
        gate.countDown();
        receiver.stop(0);
        threads.shutdownNow();
        for (WebhookView hook : admin(webhooks::all)) {
            admin(() -> webhooks.pause(hook.id(), hook.version()));
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        arrived.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Integer next = answers.poll();
        int status = next == null ? 204 : next;
        came.add(new Came(
                exchange.getRequestHeaders().getFirst("Ringdesk-Delivery"),
                exchange.getRequestHeaders().getFirst("Ringdesk-Signature"),
                body,
                status));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void whatHappensIsToldOnceInOrderAndSigned() throws Exception {
        WebhookSecret hook = register(OrderEventKind.STARTED, OrderEventKind.LINE_ADDED);
        OrderView order = draft("C20041");
        OrderView more = line(order);
        line(more);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(order)).hasSize(3));
        assertThat(told(order))
                .extracting(e -> e.getString("kind"))
                .containsExactly("STARTED", "LINE_ADDED", "LINE_ADDED");
        assertThat(came.stream().flatMap(c -> sequences(c).stream())).isSorted().doesNotHaveDuplicates();
        for (Came one : came) {
            String t = one.signature().replaceAll("t=(\\d+),.*", "$1");
            assertThat(one.signature()).isEqualTo("t=" + t + ",v1=" + hmac(hook.secret(), t + "." + one.body()));
        }
        // the cursor is past it: it does not come again
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(now(hook).toldUpTo())
                .isGreaterThanOrEqualTo(
                        told(order).get(2).getJsonNumber("sequence").longValue()));
        assertThat(told(order)).hasSize(3);
    }

    @Test
    void whatIsRefusedComesAgainUnderTheSameNameBeforeAnythingElse() throws Exception {
        answers.addAll(List.of(500, 503));
        WebhookSecret hook = register(OrderEventKind.STARTED);
        OrderView first = draft("C20042");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(came).isNotEmpty());
        OrderView second = draft("C20043");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(second)).hasSize(1));
        assertThat(came).extracting(Came::answered).containsExactly(500, 503, 204, 204);
        assertThat(came.subList(0, 3))
                .extracting(Came::delivery)
                .containsOnly(came.get(0).delivery());
        assertThat(came.subList(0, 3))
                .extracting(Came::body)
                .containsOnly(came.get(0).body());
        assertThat(came.get(3).delivery()).isNotEqualTo(came.get(0).delivery());
        assertThat(told(first)).hasSize(3);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        admin(() -> webhooks.attempts(hook.webhook().id(), 10)))
                .extracting(AttemptView::status)
                .containsExactly(204, 204, 503, 500));
        assertThat(now(hook).failingSince()).isNull();
    }

    @Test
    void whoAnswersTooLateGetsItAgainAndMeanwhileNobodyElseDelivers() throws Exception {
        gate = new CountDownLatch(1);
        WebhookSecret hook = register(OrderEventKind.STARTED);
        OrderView order = draft("C20044");
        arrived.await();
        assertThat(SYSTEM.call(() -> steps.claim(hook.webhook().id())))
                .as("another server asks while this one waits")
                .isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(now(hook).problem()).isEqualTo(WebhookProblem.TIMEOUT));
        gate.countDown();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(now(hook).problem()).isNull());
        assertThat(came).extracting(Came::delivery).containsOnly(came.get(0).delivery());
        assertThat(told(order)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void oneOfManyAtOnceHasIt() throws Exception {
        gate = new CountDownLatch(1);
        WebhookSecret hook = register(OrderEventKind.STARTED);
        draft("C20045");
        arrived.await();
        admin(() -> webhooks.resume(hook.webhook().id(), now(hook).version()));
        Callable<Boolean> claim =
                () -> SYSTEM.call(() -> steps.claim(hook.webhook().id()).isPresent());
        // the timer may be the one
        assertThat(atOnce(List.of(claim, claim, claim, claim)).stream().filter(taken -> taken))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aPausedOneIsToldLaterWhatItMissed() throws Exception {
        WebhookSecret hook = register(OrderEventKind.STARTED);
        admin(() -> webhooks.pause(hook.webhook().id(), now(hook).version()));
        OrderView order = draft("C20046");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events(order)).isNotEmpty());
        assertThat(told(order)).isEmpty();
        admin(() -> webhooks.resume(hook.webhook().id(), now(hook).version()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(order)).hasSize(1));
    }

    @Test
    void onlyAdminsRegisterAndOnlyReadersRead() {
        for (As other : List.of(as("anna.schmidt", Role.AGENT), as("petra.lindner", Role.SUPERVISOR))) {
            assertThatThrownBy(() -> other.call(webhooks::all)).isInstanceOf(EJBAccessException.class);
            assertThatThrownBy(() -> other.call(() -> feed.after(0, 1))).isInstanceOf(EJBAccessException.class);
        }
        refused("webhook.kinds.missing", () -> admin(() -> webhooks.register("X", url(), List.of())));
        refused(
                "webhook.url.invalid",
                () -> admin(() -> webhooks.register("X", "http://203.0.113.7/", List.of(OrderEventKind.PLACED))));
    }

    private WebhookSecret register(OrderEventKind... kinds) throws Exception {
        return admin(() -> webhooks.register("Test", url(), List.of(kinds)));
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private WebhookView now(WebhookSecret hook) throws Exception {
        return admin(webhooks::all).stream()
                .filter(w -> w.id() == hook.webhook().id())
                .findFirst()
                .orElseThrow();
    }

    /** What was said about the order, as often as it was said. */
    private List<JsonObject> told(OrderView order) {
        return came.stream()
                .flatMap(c -> c.json().getJsonArray("events").getValuesAs(JsonObject.class).stream())
                .filter(e -> e.getString("order").equals(order.number().value()))
                .toList();
    }

    private List<FeedEvent> events(OrderView order) throws Exception {
        long last = admin(feed::last);
        return admin(() -> feed.after(last - 500, 500)).stream()
                .filter(e -> e.order().equals(order.number().value()))
                .toList();
    }

    private static List<Long> sequences(Came one) {
        return one.json().getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .map(e -> e.getJsonNumber("sequence").longValue())
                .toList();
    }

    private static String hmac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A new one each time: an open one of the customer's would be taken up again. */
    private OrderView draft(String customer) throws Exception {
        OrderView begun = anna(() -> entry.start(new ChannelCode("DE"), new CustomerNumber(customer), null));
        if (!begun.lines().isEmpty()) {
            anna(() -> {
                entry.discard(begun.number(), begun.version());
                return true;
            });
            return anna(() -> entry.start(new ChannelCode("DE"), new CustomerNumber(customer), null));
        }
        return begun;
    }

    private OrderView line(OrderView order) throws Exception {
        ProductNumber product = anna(() -> products.search(order.channel(), "becher", "de", 5))
                .get(order.lines().size())
                .number();
        return anna(() -> entry.add(order.number(), order.version(), product, 1));
    }

    private static <T> T admin(Callable<T> work) throws Exception {
        return KATRIN.call(work);
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
