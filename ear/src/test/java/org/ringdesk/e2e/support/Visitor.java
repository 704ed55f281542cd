package org.ringdesk.e2e.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody at the door without a browser: sees each answer as it was sent, and can send what a browser would not. */
public final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();
    private final URI home;

    public Visitor(String address) {
        home = URI.create(address);
    }

    public Visitor logIn(String login, String password) {
        Map<String, String> fields = form(
                "/login.xhtml",
                Map.of("login", "login", "login:name", login, "login:password", password, "login:go", ""));
        HttpResponse<String> landed = post("/login.xhtml", home.toString(), fields);
        if (landed.statusCode() != 302) {
            throw new IllegalStateException(login + " was not let in: " + landed.statusCode());
        }
        return this;
    }

    /** Redirects are not followed. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Of a form; with an Origin if there is one. */
    public HttpResponse<String> post(String path, @Nullable String origin, Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        if (origin != null) {
            request.header("Origin", origin);
        }
        return send(request);
    }

    /** A form of the page with what it sends along unseen, and these fields. */
    public Map<String, String> form(String page, Map<String, String> fields) {
        HttpResponse<String> shown = get(page);
        Matcher state = VIEW_STATE.matcher(shown.body());
        Matcher nonce = NONCE.matcher(
                shown.headers().firstValue("Content-Security-Policy").orElse(""));
        if (!state.find() || !nonce.find()) {
            throw new IllegalStateException(page + " has no form: " + shown.statusCode());
        }
        Map<String, String> form = new HashMap<>(fields);
        form.put("jakarta.faces.ViewState", state.group(1));
        form.put("primefaces.nonce", nonce.group(1));
        return form;
    }

    /** Completes with the open socket, or with the handshake's failure. */
    public CompletableFuture<WebSocket> listen(String path, @Nullable String origin) {
        WebSocket.Builder socket = client.newWebSocketBuilder().connectTimeout(PATIENCE);
        if (origin != null) {
            socket.header("Origin", origin);
        }
        return socket.buildAsync(URI.create("ws://" + home.getAuthority() + path), new WebSocket.Listener() {});
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(home.resolve(path)).timeout(PATIENCE).header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
