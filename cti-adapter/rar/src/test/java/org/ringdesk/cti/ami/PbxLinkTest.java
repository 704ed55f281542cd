package org.ringdesk.cti.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.call.Trunks;
import org.ringdesk.cti.fake.FakePbx;

/** The link against a PBX that stops, lies, cuts and babbles. */
class PbxLinkTest {
    private static final Timing QUICK =
            new Timing(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(400), Duration.ofMillis(300));

    private final List<CtiEvent> events = Collections.synchronizedList(new ArrayList<>());
    /** Whoever takes events needs a permit for each. */
    private final Semaphore full = new Semaphore(Integer.MAX_VALUE / 2);

    private @Nullable Path queueLog;

    private FakePbx pbx = FakePbx.start();
    private PbxLink link = link(FakePbx.PASSWORD);
    private Thread running = new Thread();

    PbxLinkTest() throws IOException {
        // the fields start the PBX
    }

    @AfterEach
    void stop() throws Exception {
        link.stop();
        running.join(5_000);
        assertThat(running.isAlive()).isFalse();
        pbx.close();
    }

    private static PbxSettings settings(int port, String password, @Nullable Path queueLog) {
        return new PbxSettings(
                new PbxId("main"),
                "127.0.0.1",
                port,
                false,
                new Login(FakePbx.USER, password),
                Login.NONE,
                Trunks.common(),
                Dialplan.STANDARD,
                queueLog);
    }

    private PbxLink link(String password) {
        Clock clock = Clock.systemUTC();
        PbxSettings settings = settings(pbx.port(), password, queueLog);
        return new PbxLink(settings, new SystemLine(settings, QUICK), QUICK, clock, new Sequence(clock), together -> {
            full.acquire(together.size());
            events.addAll(together);
        });
    }

    private void follow(String password) {
        link = link(password);
        running = new Thread(link, "link-under-test");
        running.start();
    }

    private void followLive() {
        follow(FakePbx.PASSWORD);
        awaitLive(1);
    }

    private void awaitLive(int times) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> states().stream().filter(LinkState.LIVE::equals).count() == times);
    }

    private List<LinkState> states() {
        return List.copyOf(events).stream()
                .filter(LinkChanged.class::isInstance)
                .map(event -> ((LinkChanged) event).state())
                .toList();
    }

    private <T extends CtiEvent> List<T> of(Class<T> kind) {
        return List.copyOf(events).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private void call(String uid) {
        pbx.event(
                "Newchannel",
                "Channel",
                "PJSIP/trunk-" + uid,
                "ChannelState",
                "4",
                "CallerIDNum",
                "+491701234567",
                "Exten",
                "493023125100",
                "Uniqueid",
                uid,
                "Linkedid",
                uid);
    }

    @Test
    void connectsSynchronisesAndIsLive() {
        followLive();
        assertThat(states()).containsExactly(LinkState.CONNECTING, LinkState.SYNCING, LinkState.LIVE);
        LinkChanged live = of(LinkChanged.class).get(2);
        assertThat(live.detail()).isEqualTo("Asterisk 22.6.0");
        assertThat(link.state()).isEqualTo(LinkState.LIVE);
    }

    @Test
    void givesEventsInRisingOrder() {
        followLive();
        call("1.1");
        pbx.event("Hangup", "Uniqueid", "1.1", "Cause", "16");
        await().until(() -> of(CallEvent.Ended.class).size() == 1);
        assertThat(events).isSortedAccordingTo(Comparator.comparingLong(CtiEvent::seq));
    }

    @Test
    void comesBackAfterACutAndEndsWhatVanished() {
        followLive();
        call("1.1");
        call("1.2");
        await().until(() -> of(CallEvent.Started.class).size() == 2);
        pbx.channels(
                "Event: Status\r\nChannel: PJSIP/trunk-1.2\r\nChannelState: 6\r\nUniqueid: 1.2\r\nLinkedid: 1.2\r\n\r\n");
        pbx.cut();
        awaitLive(2);
        CallId gone = CallId.of(new PbxId("main"), "1.1");
        assertThat(of(CallEvent.Ended.class)).singleElement().satisfies(ended -> {
            assertThat(ended.call()).isEqualTo(gone);
            assertThat(ended.reason()).isEqualTo(EndReason.LOST);
        });
        assertThat(of(CallEvent.Started.class)).as("told anew").hasSize(3);
        assertThat(states())
                .containsSubsequence(LinkState.LIVE, LinkState.CONNECTING, LinkState.SYNCING, LinkState.LIVE);
    }

    @Test
    void callsThatLivedWhollyInsideAGapAreToldFromTheQueueLog(@TempDir Path directory) throws Exception {
        queueLog = Files.createFile(directory.resolve("queue_log"));
        followLive();
        call("1.1");
        await().until(() -> of(CallEvent.Started.class).size() == 1);
        long now = Instant.now().getEpochSecond();
        Files.writeString(
                queueLog,
                "%1$d|1.1|orders-de|NONE|ENTERQUEUE||+491701234567|1\n%1$d|7.1|orders-de|NONE|ENTERQUEUE||+491709999999|1\n%1$d|7.1|orders-de|NONE|ABANDON|1|1|0\n"
                        .formatted(now));
        pbx.cut();
        awaitLive(2);
        CallId missed = CallId.of(new PbxId("main"), "7.1");
        assertThat(of(CallEvent.class))
                .filteredOn(event -> event.call().equals(missed))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Started", "QueueJoined", "QueueLeft", "Ended");
        assertThat(of(CallEvent.QueueJoined.class)).singleElement().satisfies(joined -> {
            assertThat(joined.call()).isEqualTo(missed);
            assertThat(joined.seq()).isLessThan(of(LinkChanged.class).get(5).seq());
        });
    }

    @Test
    void findsCallsThatBeganBeforeItCame() {
        pbx.channels(
                "Event: Status\r\nChannel: PJSIP/trunk-1\r\nChannelState: 6\r\nUniqueid: 9.1\r\nLinkedid: 9.1\r\nBridgeID: b\r\n\r\n"
                        + "Event: Status\r\nChannel: PJSIP/1001-2\r\nChannelState: 6\r\nUniqueid: 9.2\r\nLinkedid: 9.1\r\nBridgeID: b\r\n\r\n");
        followLive();
        CallId call = CallId.of(new PbxId("main"), "9.1");
        assertThat(of(CallEvent.Talking.class)).singleElement().satisfies(talking -> {
            assertThat(talking.call()).isEqualTo(call);
            assertThat(talking.a().endpoint()).isEqualTo("PJSIP/trunk");
            assertThat(talking.b().endpoint()).isEqualTo("PJSIP/1001");
        });
    }

    @Test
    void noticesAFrozenPbx() {
        followLive();
        pbx.freeze(true);
        await().atMost(Duration.ofSeconds(3)).until(() -> link.state() == LinkState.CONNECTING);
        assertThat(of(LinkChanged.class)).anyMatch(change -> change.detail().equals("the PBX fell silent"));
        pbx.freeze(false);
        awaitLive(2);
    }

    @Test
    void aWrongPasswordStopsAndIsTold() {
        follow("wrong");
        await().until(() -> link.state() == LinkState.REFUSED);
        int tries = pbx.greeted();
        await().pollDelay(Duration.ofMillis(800)).until(() -> true);
        assertThat(pbx.greeted()).isEqualTo(tries).isEqualTo(1);
        assertThat(of(LinkChanged.class).get(1).detail())
                .contains("Authentication failed")
                .doesNotContain("wrong");
    }

    @Test
    void withoutAPasswordTelephonyIsOff() {
        follow("");
        await().until(() -> link.state() == LinkState.REFUSED);
        assertThat(pbx.greeted()).isZero();
    }

    @Test
    void triesAgainWhileThePbxIsDown() throws IOException {
        pbx.close();
        follow(FakePbx.PASSWORD);
        await().until(() -> of(LinkChanged.class).size() >= 2);
        assertThat(states()).containsOnly(LinkState.CONNECTING);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(of(LinkChanged.class)).as("the same is not told again").hasSize(2);
    }

    @Test
    void skipsWhatIsMalformedAndHandlesTheNext() {
        followLive();
        pbx.say("Event: BridgeEnter\r\nBridgeType: basic\r\nChannel: PJSIP/1001-1\r\nUniqueid: 3.3\r\n\r\n");
        pbx.say("no colon here\r\n: nor a name\r\n\r\n");
        pbx.say("Event: \r\nEvent: Hangup\r\n\r\n\r\n\r\nEvent: SomethingNew\r\nX: y\r\n\r\n");
        pbx.say("\u0000\u0001\ufffe: \r\nResponse: Success\r\nActionID: \r\n\r\nResponse: \r\n\r\n");
        call("4.4");
        await().until(() -> of(CallEvent.Started.class).size() == 1);
        assertThat(link.state()).isEqualTo(LinkState.LIVE);
        assertThat(pbx.greeted()).isEqualTo(1);
    }

    @Test
    void aLoginThatIsInUseIsTriedAgain() {
        pbx.answer("Login", action -> "Response: Error\r\nMessage: Login Already In Use\r\n\r\n");
        follow(FakePbx.PASSWORD);
        await().until(() -> pbx.greeted() >= 2);
        assertThat(states()).containsOnly(LinkState.CONNECTING);
    }

    @Test
    void somethingElseThatListensThereIsNoPbx() {
        pbx.banner("220 mail.example.org ESMTP");
        follow(FakePbx.PASSWORD);
        await().until(() -> of(LinkChanged.class).size() >= 2);
        assertThat(states()).containsOnly(LinkState.CONNECTING);
    }

    @Test
    void aLoginThatMayDoTooMuchIsRefused() {
        pbx.answer(
                "ListCommands",
                action -> "Response: Success\r\nStatus: List channels.  (Priv: call,reporting,all)\r\n"
                        + "Command: Execute CLI.  (Priv: command,all)\r\nMixMonitor: Record.  (Priv: system,all)\r\n"
                        + "Hangup: Hang up.  (Priv: system,call,all)\r\nPing: Ping.  (Priv: <none>)\r\n\r\n");
        follow(FakePbx.PASSWORD);
        await().until(() -> link.state() == LinkState.REFUSED);
        assertThat(of(LinkChanged.class).get(1).detail()).contains("may do too much", "among it command, mixmonitor:");
        assertThat(pbx.actions("Status")).isEmpty();
    }

    @Test
    void whatOnlyOneSideKnowsIsFoundAndMended() {
        followLive();
        call("5.5");
        await().until(() -> of(CallEvent.Started.class).size() == 1);
        // its end is never said, and Status knows nothing of it
        await().atMost(Duration.ofSeconds(5))
                .until(() -> of(CallEvent.Ended.class).size() == 1);
        assertThat(of(CallEvent.Ended.class).get(0).reason()).isEqualTo(EndReason.LOST);
        assertThat(pbx.greeted()).as("without a new connection").isEqualTo(1);
    }

    @Test
    void moreThanCanBeTakenDropsTheLinkAndNotAnEvent() throws InterruptedException {
        followLive();
        full.drainPermits();
        for (int i = 1; i <= Inflow.MOST + 10; i++) {
            pbx.event("Hold", "Channel", "PJSIP/1001-" + i % 7, "ChannelState", "6", "Uniqueid", "7." + i % 7);
            pbx.event("Unhold", "Channel", "PJSIP/1001-" + i % 7, "ChannelState", "6", "Uniqueid", "7." + i % 7);
        }
        full.release(Integer.MAX_VALUE / 2);
        await().atMost(Duration.ofSeconds(10)).until(() -> of(LinkChanged.class).stream()
                .anyMatch(change -> change.detail().equals("more messages than could be taken")));
        awaitLive(2);
        assertThat(events).isSortedAccordingTo(Comparator.comparingLong(CtiEvent::seq));
    }
}
