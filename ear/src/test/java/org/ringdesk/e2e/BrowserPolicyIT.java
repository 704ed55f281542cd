package org.ringdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.e2e.support.Visitor;

/** What every page tells browsers that they may do, and that other sites' pages cannot act for our users. */
@ExtendWith(Stage.Extension.class)
class BrowserPolicyIT {
    private static final Path PAGES = Path.of(System.getProperty("ringdesk.root"), "web", "src", "main", "webapp");
    private static final Pattern NONCE = Pattern.compile("script-src 'self' 'nonce-([A-Za-z0-9+/=_-]{22,})'");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b([^>]*)>");
    private static final Pattern HANDLER =
            Pattern.compile("<[a-z][^>]*\\s(on[a-z]+|style)=\"|javascript:", Pattern.CASE_INSENSITIVE);
    private static final String ELSEWHERE = "https://elsewhere.example";
    private static final String NO_FRAME = "frame-src 'none';";
    private static final String WORKSPACE = "/agent/workspace.xhtml";

    private final Stage stage;
    private final Visitor agent;
    private final Visitor supervisor;
    private final Visitor admin;

    BrowserPolicyIT(Stage stage) {
        this.stage = stage;
        agent = visitor().logIn("niamh.byrne", stage.ringdesk.password());
        supervisor = visitor().logIn("graham.wells", stage.ringdesk.password());
        admin = visitor().logIn("katrin.brandt", stage.ringdesk.password());
    }

    @Test
    void everyPageAllowsItsOwnScriptsOnlyAndNobodyToFrameIt() throws IOException {
        Set<String> nonces = new HashSet<>();
        Set<String> pages = pages("");
        assertThat(pages)
                .contains("/login.xhtml", WORKSPACE, "/supervision/floor.xhtml", "/administration/system.xhtml");
        for (String path : pages) {
            Visitor reader = reader(path);
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> page = reader.get(path);
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(header(page, "Content-Security-Policy"))
                        .as(path)
                        .contains(path.equals(WORKSPACE) ? cardField() : NO_FRAME);
                assertThat(nonces.add(isGuarded(path, page)))
                        .as("nonce of %s is new", path)
                        .isTrue();
            }
        }
    }

    @Test
    void errorPagesAreGuardedLikeAnyOther() throws IOException {
        Map<String, HttpResponse<String>> provoked = Map.of(
                "/WEB-INF/errors/403.xhtml", agent.get("/administration/system.xhtml"),
                "/WEB-INF/errors/404.xhtml", agent.get("/agent/nowhere.xhtml"),
                "/WEB-INF/errors/500.xhtml", commandWithoutItsParameter(),
                "/WEB-INF/errors/expired.xhtml",
                        agent.post(
                                WORKSPACE,
                                stage.ringdesk.address(),
                                Map.of("commands", "commands", "jakarta.faces.ViewState", "-1:-1")));
        Set<String> tested = new TreeSet<>(provoked.keySet());
        tested.add("/WEB-INF/errors/503.xhtml"); // DatabaseOutageIT sees that one
        assertThat(tested).isEqualTo(pages("/WEB-INF/errors"));
        provoked.forEach((page, response) -> {
            assertThat(response.statusCode()).as(page).isGreaterThanOrEqualTo(400);
            isGuarded(page, response);
            assertThat(response.body().substring(response.body().indexOf("<body")))
                    .as(page)
                    .contains("<h1>")
                    .doesNotContain("Exception", "\tat ", "WildFly", "Undertow");
        });
        assertThat(Objects.requireNonNull(provoked.get("/WEB-INF/errors/500.xhtml"))
                        .body())
                .containsPattern("<code>[0-9a-f]{8}</code>");
    }

    @Test
    void whatIsNoPageMayLoadNothing() {
        for (String path : List.of("/resources/ringdesk/core.js", "/resources/ringdesk/ringdesk.svg", "/api/desk")) {
            HttpResponse<String> response = agent.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(header(response, "Content-Security-Policy"))
                    .as(path)
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'");
            isPlain(path, response);
        }
    }

    @Test
    void theCardFieldMaySendNothingAnywhere() {
        HttpResponse<String> field = new Visitor(stage.ringdesk.cardAddress()).get("/");
        assertThat(field.statusCode()).isEqualTo(200);
        assertThat(header(field, "Content-Security-Policy"))
                .contains("default-src 'self'", "connect-src 'none'", "form-action 'none'");
        assertThat(new Visitor(stage.ringdesk.cardAddress()).get("/login.xhtml").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSocketOpensForOurOwnPagesOnly() {
        WebSocket own = agent.listen("/push/desk", stage.ringdesk.address()).join();
        assertThat(own.isInputClosed()).isFalse();
        own.abort();
        refused(agent, "/push/desk", ELSEWHERE, 403);
        refused(agent, "/push/desk", stage.ringdesk.address().replace("127.0.0.1", "127.0.0.1.elsewhere.example"), 403);
        refused(agent, "/push/desk", "null", 403);
        refused(agent, "/push/desk", null, 403);
        refused(agent, "/push/floor", stage.ringdesk.address(), 403);
        refused(supervisor, "/push/floor", ELSEWHERE, 403);
        refused(visitor(), "/push/desk", stage.ringdesk.address(), 401);
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        Map<String, String> ready = agent.form(WORKSPACE, Map.of("state", "state", "state:signOut", "state:signOut"));
        assertThat(agent.post(WORKSPACE, ELSEWHERE, ready).statusCode()).isEqualTo(403);
        assertThat(agent.post(WORKSPACE, "null", ready).statusCode()).isEqualTo(403);
        assertThat(agent.post("/login.xhtml", ELSEWHERE, Map.of("login", "login"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(agent.post(WORKSPACE, stage.ringdesk.address(), ready).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = header(visitor().get("/login.xhtml"), "Set-Cookie");
        assertThat(cookie)
                .startsWith("JSESSIONID=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
    }

    private Visitor visitor() {
        return new Visitor(stage.ringdesk.address());
    }

    private Visitor reader(String path) {
        if (path.startsWith("/agent/") || path.startsWith("/orders/")) {
            return agent;
        }
        if (path.equals("/login.xhtml")) {
            return visitor();
        }
        return path.startsWith("/supervision/") ? supervisor : admin;
    }

    /** Its nonce. */
    private String isGuarded(String path, HttpResponse<String> page) {
        isPlain(path, page);
        String policy = header(page, "Content-Security-Policy");
        assertThat(policy.replace(cardField(), NO_FRAME))
                .as(path)
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        NO_FRAME,
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:", "https:");
        Matcher nonce = NONCE.matcher(policy);
        assertThat(nonce.find()).as("%s: %s", path, policy).isTrue();
        assertThat(header(page, "Cache-Control")).as(path).contains("no-store");
        assertThat(SCRIPT.matcher(page.body()).results().map(m -> m.group(1)))
                .as(path)
                .allMatch(script -> script.contains("src=\"/")
                        || script.contains("type=\"application/json\"")
                        || script.contains("nonce=\"" + nonce.group(1) + '"'));
        assertThat(HANDLER.matcher(page.body()).results().map(m -> m.group()))
                .as(path)
                .isEmpty();
        return nonce.group(1);
    }

    /** The only page of somebody else's that is shown in ours. */
    private String cardField() {
        return "frame-src " + stage.ringdesk.cardAddress() + ';';
    }

    private static void isPlain(String path, HttpResponse<?> response) {
        assertThat(header(response, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        assertThat(header(response, "Referrer-Policy")).as(path).isEqualTo("same-origin");
        assertThat(header(response, "Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
        assertThat(response.headers().map().keySet()).as(path).doesNotContain("server", "x-powered-by");
    }

    /** Of a header that comes once. */
    private static String header(HttpResponse<?> response, String name) {
        List<String> values = response.headers().allValues(name);
        assertThat(values).as(name).hasSize(1);
        return values.get(0);
    }

    private static void refused(Visitor who, String path, @Nullable String origin, int status) {
        assertThatThrownBy(() -> who.listen(path, origin).join())
                .as("%s from %s", path, origin)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
    }

    /** What no page of ours sends; the server does not know what to make of it. */
    private HttpResponse<String> commandWithoutItsParameter() {
        String html = agent.get(WORKSPACE).body();
        Matcher start = Pattern.compile("rdStart = function\\(\\) \\{return PrimeFaces\\.ab\\(\\{s:\"([^\"]+)\"")
                .matcher(html);
        assertThat(start.find()).as("rdStart").isTrue();
        String id = start.group(1);
        Map<String, String> fields = agent.form(WORKSPACE, Map.of("commands", "commands", id, id));
        return agent.post(WORKSPACE, stage.ringdesk.address(), fields);
    }

    /** Below a folder, those behind WEB-INF only where it names it. */
    private static Set<String> pages(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(PAGES.resolve(folder.replaceFirst("^/", "")))) {
            return files.map(file -> "/" + PAGES.relativize(file))
                    .filter(path -> path.endsWith(".xhtml") && (!path.startsWith("/WEB-INF/") || !folder.isEmpty()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
