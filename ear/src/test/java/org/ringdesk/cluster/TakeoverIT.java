package org.ringdesk.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringdesk.e2e.support.CallerCall;
import org.ringdesk.e2e.support.Pbx;
import org.ringdesk.e2e.support.Phone;

/**
 * Two servers, one database, one real Asterisk. Anna has a page open at each. The server that follows the PBX is killed while
 * she talks.
 */
@Timeout(240)
class TakeoverIT {
    private static final String CALLER = "+493023125042";
    private static final String NEXT_CALLER = "+493023125044";
    private static final String HOTLINE = "+493023125100";
    private static final String PASSWORD = "only-for-this-test-run";
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration TAKEOVER = Duration.ofSeconds(10);
    /** The owner's clock was ahead of the other's by that much. */
    private static final long TEN_MINUTES_MICROS = 600_000_000L;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private EmbeddedPostgres postgres;
    private Pbx pbx;
    private Node owner;
    private Node other;

    @SuppressWarnings("NullAway.Init")
    TakeoverIT() {}

    @BeforeEach
    void start() throws Exception {
        Path directory = Files.createDirectories(Path.of("target", "cluster").toAbsolutePath());
        postgres = opened(EmbeddedPostgres.builder().start());
        pbx = opened(new Pbx(22, 18038, 18060));
        pbx.start();
        owner = opened(new Node("one", 20_000, Files.createTempDirectory(directory, "one"), environment()));
        await("the first server has founded the cluster").atMost(START).until(() -> owner.hasLogged("joined cluster"));
        other = opened(new Node("two", 20_100, Files.createTempDirectory(directory, "two"), environment()));
        owner.awaitReady(START);
        other.awaitReady(START);
        await("the link is live").atMost(SOON).until(() -> has("pbx_link where state = 'LIVE'"));
        execute("update queue_rule set after_call = 'NONE', limit_seconds = 0, extensions = 0, extension_seconds = 0,"
                + " code_required = false");
        execute("insert into agent_presence (login, endpoint, wish, phone, since, told, version)"
                + " values ('anna.schmidt', 'PJSIP/1001', 'READY', 'IDLE', now(), false, 1)");
        await("anna sits in her queues").atMost(SOON).until(() -> has("agent_presence where told"));
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.push(one);
        return one;
    }

    @AfterEach
    void stop() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Test
    void theOtherServerTakesOverAndNoCallIsLost() throws Exception {
        assertThat(owner.timesLogged(" LIVE ")).as("links to the PBX").isEqualTo(1);
        assertThat(other.timesLogged(" LIVE ")).as("links of the other").isZero();
        assertThat(owner.health()).contains("LIVE");
        assertThat(other.health()).as("a server without the link tells of it").contains("LIVE");
        opened(Phone.answering(pbx, "1001", Duration.ofSeconds(2)));
        Screen here = opened(new Screen(owner, "anna.schmidt", PASSWORD));
        Screen there = opened(new Screen(other, "anna.schmidt", PASSWORD));

        CallerCall call = opened(CallerCall.begin(pbx, CALLER, HOTLINE));
        Screen.Frame first = here.await(SOON, "\"call\"", "RINGING", CALLER);
        Screen.Frame second = there.await(SOON, "\"call\"", "RINGING", CALLER);
        System.out.printf("cluster: a pop at the other server %.1f ms after%n", (second.at() - first.at()) / 1e6);
        here.await(SOON, "\"call\"", "TALKING", CALLER);
        there.await(SOON, "\"call\"", "TALKING", CALLER);

        execute("update call_record set last_seq = last_seq + " + TEN_MINUTES_MICROS);
        execute("update pbx_link set last_seq = last_seq + " + TEN_MINUTES_MICROS);
        there.clear();
        long killed = System.nanoTime();
        owner.kill();
        Screen.Frame live = there.await(TAKEOVER, "\"link\"", "LIVE");
        System.out.printf("cluster: the other server was in step %.1f s after kill -9%n", (live.at() - killed) / 1e9);
        there.await(SOON, "\"reread\"");
        assertThat(has("call_record where state = 'TALKING' and agent = 'anna.schmidt' and party_e164 = '" + CALLER
                        + "'"))
                .as("the call goes on")
                .isTrue();

        there.clear();
        call.hangUp();
        there.await(SOON, "\"call\"", "ENDED", CALLER);
        await("its end is known, not guessed")
                .atMost(SOON)
                .until(() -> has("call_record where state = 'ENDED' and end_reason = 'COMPLETED' and party_e164 = '"
                        + CALLER + "'"));

        opened(CallerCall.begin(pbx, NEXT_CALLER, HOTLINE));
        there.await(SOON, "\"call\"", "RINGING", NEXT_CALLER);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("RINGDESK_CLUSTER_HOSTS", "127.0.0.1[27600],127.0.0.1[27700]");
        environment.put("RINGDESK_DB_DRIVER", "postgresql");
        environment.put(
                "RINGDESK_DB_URL", postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""));
        environment.put("RINGDESK_DB_USER", "postgres");
        environment.put("RINGDESK_DB_PASSWORD", "postgres");
        environment.put("RINGDESK_PBX_HOST", "127.0.0.1");
        environment.put("RINGDESK_PBX_PORT", Integer.toString(pbx.amiPort()));
        environment.put("RINGDESK_PBX_USER", pbx.user());
        environment.put("RINGDESK_PBX_PASSWORD", pbx.password());
        environment.put("RINGDESK_DEMO", "true");
        environment.put("RINGDESK_DEMO_PASSWORD", PASSWORD);
        return environment;
    }

    private boolean has(String rows) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from " + rows)) {
            return found.next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
