package org.ringdesk.bench;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Agents who logged in as a browser does and keep the page's WebSocket open. */
public final class AgentPages {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

    private static final int BEAT_SECONDS = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
    private final List<WebSocket> sockets = new ArrayList<>();
    private final URI home;
    private final BiConsumer<String, Long> onFrame;

    /** @param onFrame takes each text frame and the nanoTime at which it was whole */
    public AgentPages(URI home, BiConsumer<String, Long> onFrame) {
        this.home = home;
        this.onFrame = onFrame;
    }

    public void open(String login, String password) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .executor(threads)
                .build();
        logIn(browser, login, password);
        listen(browser, URI.create("ws://" + home.getAuthority() + "/push/desk"));
    }

    /** Without a log-in. */
    void listen(URI page) {
        listen(HttpClient.newBuilder().executor(threads).build(), page);
    }

    /** The socket says every now and then that it is there, as the page does: a silent one is closed. */
    private void listen(HttpClient browser, URI page) {
        WebSocket socket = browser.newWebSocketBuilder()
                .header("Origin", home.toString().replaceAll("/$", ""))
                .buildAsync(page, new Frames())
                .join();
        sockets.add(socket);
        beats.scheduleAtFixedRate(() -> socket.sendText(".", true), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    private void logIn(HttpClient browser, String login, String password) throws IOException, InterruptedException {
        URI page = home.resolve("/login.xhtml");
        String html = browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                .body();
        Matcher state = VIEW_STATE.matcher(html);
        if (!state.find()) {
            throw new IllegalStateException("The log-in page has no view state");
        }
        String form = "login=login&login%3Aname=" + login + "&login%3Apassword="
                + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&login%3Ago=&jakarta.faces.ViewState="
                + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8);
        HttpResponse<String> landed = browser.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (landed.statusCode() != 200 || landed.uri().getPath().equals("/login.xhtml")) {
            throw new IllegalStateException(login + " was not let in: " + landed.statusCode() + ' ' + landed.uri());
        }
    }

    public void close() {
        sockets.forEach(WebSocket::abort);
        beats.shutdownNow();
        threads.shutdownNow();
    }

    private final class Frames implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            long now = System.nanoTime();
            text.append(part);
            if (last) {
                onFrame.accept(text.toString(), now);
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
