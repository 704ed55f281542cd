package org.ringdesk.cti.queuelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.QueueExit;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.PbxId;

/** Lines of a queue log in, the facts of the calls that nobody saw out. */
class MissedCallsTest {
    private static final PbxId PBX = new PbxId("main");
    private static final Instant GAP = Instant.ofEpochSecond(1000);

    @TempDir
    private Path directory;

    private final List<CallEvent> told = new ArrayList<>();

    private void log(String text) throws IOException {
        Path file = directory.resolve("queue_log");
        Files.writeString(file, text);
        AtomicLong seq = new AtomicLong();
        new MissedCalls(PBX, new QueueLog(file), seq::incrementAndGet, told::add)
                .tell(GAP, Set.of("990.1")::contains, Map.of("Erika Muster", "PJSIP/1001"));
    }

    private <T> T only(Class<T> kind) {
        return kind.cast(told.stream()
                .filter(kind::isInstance)
                .reduce((a, b) -> {
                    throw new AssertionError("two of " + kind);
                })
                .orElseThrow());
    }

    @Test
    void aCallThatAnAgentTookAndTheCallerEnded() throws IOException {
        log("""
                1001|1001.7|orders-de|NONE|ENTERQUEUE||+4917012345|2
                1004|1001.7|orders-de|Erika Muster|CONNECT|3|1003.8|1
                1064|1001.7|orders-de|Erika Muster|COMPLETECALLER|3|60|2
                """);
        assertThat(told)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Started", "QueueJoined", "QueueLeft", "Talking", "Ended");
        assertThat(told).extracting(CallEvent::seq).isSorted();
        assertThat(only(CallEvent.Started.class).call()).isEqualTo(CallId.of(PBX, "1001.7"));
        assertThat(only(CallEvent.Started.class).caller().number()).isEqualTo("+4917012345");
        assertThat(only(CallEvent.QueueJoined.class).position()).isEqualTo(2);
        assertThat(only(CallEvent.QueueLeft.class).how()).isEqualTo(QueueExit.CONNECTED);
        assertThat(only(CallEvent.QueueLeft.class).waitedMillis()).isEqualTo(3000);
        assertThat(only(CallEvent.Talking.class).b().endpoint()).isEqualTo("PJSIP/1001");
        CallEvent.Ended ended = only(CallEvent.Ended.class);
        assertThat(ended.reason()).isEqualTo(EndReason.COMPLETED);
        assertThat(ended.at()).isEqualTo(Instant.ofEpochSecond(1064));
        assertThat(ended.hungUpBy()).isEqualTo(only(CallEvent.Started.class).first());
    }

    @Test
    void aCallerWhoGaveUpWithANumberThatIsNotShown() throws IOException {
        log("""
                1001|1001.7|orders-de|NONE|ENTERQUEUE||anonymous|1
                1009|1001.7|orders-de|NONE|ABANDON|1|1|8
                """);
        assertThat(only(CallEvent.Started.class).caller().withheld()).isTrue();
        assertThat(only(CallEvent.QueueLeft.class).how()).isEqualTo(QueueExit.ABANDONED);
        assertThat(only(CallEvent.Ended.class).reason()).isEqualTo(EndReason.CANCELLED);
    }

    @Test
    void aCallThatTimedOutInOneQueueAndWasTakenInAnother() throws IOException {
        log("""
                1001|1001.7|orders-de|NONE|ENTERQUEUE||+4917012345|1
                1031|1001.7|orders-de|NONE|EXITWITHTIMEOUT|1|1|30
                1032|1001.7|service-de|NONE|ENTERQUEUE||+4917012345|1
                1034|1001.7|service-de|PJSIP/1002|CONNECT|2|1033.9|1
                1040|1001.7|service-de|PJSIP/1002|COMPLETEAGENT|2|6|1
                """);
        assertThat(told)
                .filteredOn(CallEvent.QueueLeft.class::isInstance)
                .extracting(event -> ((CallEvent.QueueLeft) event).how())
                .containsExactly(QueueExit.TIMED_OUT, QueueExit.CONNECTED);
        assertThat(only(CallEvent.Ended.class).hungUpBy())
                .isEqualTo(only(CallEvent.Talking.class).b());
    }

    @Test
    void whatIsKnownOrOlderOrNoCallIsLeftOut() throws IOException {
        log("""
                QUEUESTART with no form
                900|NONE|NONE|NONE|QUEUESTART|
                990|980.1|orders-de|NONE|ENTERQUEUE||+4917012345|1
                1001|980.1|orders-de|NONE|ABANDON|1|1|11
                1002|990.1|orders-de|NONE|ENTERQUEUE||+4917012346|1
                1003|990.1|orders-de|NONE|ABANDON|1|1|1
                1004|REALTIME|NONE|PJSIP/1001|PAUSEALL|
                1005|1005.1|orders-de|NONE|ENTERQUEUE||+4917012347|1
                1006|1005.1|orders-de|NONE|ABAN""");
        assertThat(only(CallEvent.Started.class).call()).isEqualTo(CallId.of(PBX, "1005.1"));
        assertThat(only(CallEvent.Ended.class).reason()).isEqualTo(EndReason.LOST);
    }
}
