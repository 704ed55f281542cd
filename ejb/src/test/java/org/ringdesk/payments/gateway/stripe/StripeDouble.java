package org.ringdesk.payments.gateway.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Stripe's PaymentIntents as its API reference tells them: authorized once per idempotency key, found by metadata, cancelled. */
public final class StripeDouble implements AutoCloseable {
    public static final String SECRET = "sk_test_double";

    /** What was asked, as form fields with the idempotency key as {@code key}. */
    final List<Map<String, String>> created = new CopyOnWriteArrayList<>();

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Intent> intents = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    /** What was asked to be taken, in form fields, and what was given back: amounts in the smallest units. */
    final List<Map<String, String>> captures = new CopyOnWriteArrayList<>();

    final List<Map<String, String>> refunds = new CopyOnWriteArrayList<>();

    private record Intent(String id, String status, Map<String, String> fields) {
        String json() {
            return """
                    {"id": "%s", "object": "payment_intent", "status": "%s", "amount": %s, "currency": "%s",
                     "capture_method": "manual", "metadata": {%s}}
                    """.formatted(id, status, fields.get("amount"), fields.get("currency"), metadata(fields));
        }
    }

    private static String metadata(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(f -> f.getKey().startsWith("metadata["))
                .map(f -> "\"%s\": \"%s\""
                        .formatted(f.getKey().substring(9, f.getKey().length() - 1), f.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** An answer with its HTTP status before it. */
    private static String error(int status, String type, String code, String more) {
        return status
                + "{\"error\": {\"type\": \"%s\", \"code\": \"%s\"%s, \"message\": \"pm_secret was sent\"}}"
                        .formatted(type, code, more);
    }

    public StripeDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/payment_intents", this::answer);
        server.createContext("/v1/payment_methods", this::answer);
        server.createContext("/v1/refunds", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String answer = answerTo(exchange);
        byte[] body = answer.substring(3).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private String answerTo(HttpExchange exchange) throws IOException {
        if (!("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return error(401, "invalid_request_error", "invalid_api_key", "");
        }
        String[] path = exchange.getRequestURI().getPath().split("/");
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (path[2].equals("payment_methods")) {
            return card(path[3]);
        }
        if (path[2].equals("refunds")) {
            return exchange.getRequestMethod().equals("GET")
                    ? "200{\"object\": \"list\", \"has_more\": false, \"data\": ["
                            + refunds.stream().map(StripeDouble::refund).collect(Collectors.joining(",")) + "]}"
                    : refund(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), key);
        }
        if (exchange.getRequestMethod().equals("GET")) {
            return path[3].equals("search") ? search(exchange.getRequestURI().getRawQuery()) : found(path[3]);
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.length > 4) {
            return path[4].equals("capture") ? capture(path[3], body, key) : cancel(path[3], key);
        }
        return create(body, key);
    }

    /** One that is not the last leaves the rest authorized. */
    private String capture(String id, String body, String key) {
        Intent intent = intents.get(id);
        return answers.computeIfAbsent(key, k -> {
            if (intent == null || !intent.status.equals("requires_capture")) {
                return error(400, "invalid_request_error", "payment_intent_unexpected_state", "");
            }
            Map<String, String> fields = form(body);
            captures.add(fields);
            Map<String, String> all = new ConcurrentHashMap<>(intent.fields);
            fields.forEach((name, value) -> {
                if (name.startsWith("metadata[")) {
                    all.put(name, value);
                }
            });
            boolean open = "false".equals(fields.get("final_capture"));
            Intent taken = new Intent(id, open ? "requires_capture" : "succeeded", all);
            intents.put(id, taken);
            return "200" + taken.json();
        });
    }

    private String refund(String body, String key) {
        return answers.computeIfAbsent(key, k -> {
            Map<String, String> fields = form(body);
            fields.put("id", "re_" + (refunds.size() + 1));
            refunds.add(fields);
            return "200" + refund(fields);
        });
    }

    private static String refund(Map<String, String> fields) {
        return """
                {"id": "%s", "object": "refund", "status": "succeeded", "amount": %s, "metadata": {%s}}
                """.formatted(fields.get("id"), fields.get("amount"), metadata(fields));
    }

    private static String card(String id) {
        return switch (id) {
            case "pm_unheard_of" -> error(404, "invalid_request_error", "resource_missing", "");
            case "pm_broken" -> error(500, "api_error", "", "");
            default ->
                "200{\"id\": \"%s\", \"object\": \"payment_method\", \"card\": {\"brand\": \"visa\", \"last4\": \"4242\"}}"
                        .formatted(id);
        };
    }

    /** The same request with the same key has the same answer; another with that key is refused. */
    private String create(String body, String key) {
        Map<String, String> fields = form(body);
        fields.put("key", key);
        created.add(fields);
        String answer = answers.computeIfAbsent(key + body, k -> {
            if (answers.keySet().stream().anyMatch(known -> known.startsWith(key))) {
                return error(400, "idempotency_error", "idempotency_key_in_use", "");
            }
            return confirmed(fields);
        });
        if (fields.getOrDefault("payment_method", "").equals("pm_slow")) {
            untilClosed();
        }
        return answer;
    }

    private String confirmed(Map<String, String> fields) {
        return switch (fields.getOrDefault("payment_method", "")) {
            case "pm_card_visa", "pm_slow" -> {
                Intent intent = new Intent("pi_" + (intents.size() + 1), "requires_capture", fields);
                intents.put(intent.id, intent);
                yield "200" + intent.json();
            }
            case "pm_card_declined" ->
                error(402, "card_error", "card_declined", ", \"decline_code\": \"insufficient_funds\"");
            case "pm_card_expired" -> error(402, "card_error", "expired_card", "");
            case "pm_busy" -> error(429, "invalid_request_error", "rate_limit", "");
            case "pm_broken" -> error(500, "api_error", "", "");
            case "pm_at_once" -> error(409, "invalid_request_error", "lock_timeout", "");
            default -> error(400, "invalid_request_error", "resource_missing", "");
        };
    }

    private String search(String query) {
        String asked = form(query).getOrDefault("query", "");
        String data = intents.values().stream()
                .filter(intent ->
                        asked.equals("metadata['ringdesk_key']:'" + intent.fields.get("metadata[ringdesk_key]") + "'"))
                .map(Intent::json)
                .collect(Collectors.joining(","));
        return "200{\"object\": \"search_result\", \"has_more\": false, \"data\": [" + data + "]}";
    }

    private String found(String id) {
        Intent intent = intents.get(id);
        return intent == null ? error(404, "invalid_request_error", "resource_missing", "") : "200" + intent.json();
    }

    /** As Stripe does after a day. */
    void forgetKeys() {
        answers.clear();
    }

    private String cancel(String id, String key) {
        Intent intent = intents.get(id);
        if (intent == null) {
            return error(404, "invalid_request_error", "resource_missing", "");
        }
        return answers.computeIfAbsent(key, k -> {
            if (!intent.status.equals("requires_capture")) {
                return error(400, "invalid_request_error", "payment_intent_unexpected_state", "");
            }
            Intent cancelled = new Intent(id, "canceled", intent.fields);
            intents.put(id, cancelled);
            return "200" + cancelled.json();
        });
    }

    /** How much is authorized now, in the smallest units. */
    public List<String> authorized() {
        return new ArrayList<>(intents.values().stream()
                .filter(intent -> intent.status.equals("requires_capture"))
                .map(intent -> intent.fields.get("amount") + " " + intent.fields.get("currency"))
                .sorted()
                .toList());
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new ConcurrentHashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(decode(parts[0]), decode(parts[1]));
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void untilClosed() {
        try {
            closed.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
