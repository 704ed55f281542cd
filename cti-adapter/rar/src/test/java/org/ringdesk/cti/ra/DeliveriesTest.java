package org.ringdesk.cti.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.resource.spi.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.PbxId;

/** Each event until it was taken, in order, and every delivery closed. */
class DeliveriesTest {
    private final RecordingEndpoints endpoints = new RecordingEndpoints();
    private final Deliveries deliveries = new Deliveries(endpoints);
    private final Thread running = new Thread(deliveries, "deliveries-under-test");

    @AfterEach
    void stop() throws InterruptedException {
        deliveries.stop();
        running.join(5_000);
        assertThat(endpoints.open()).as("every endpoint was released").isZero();
        assertThat(endpoints.unpaired())
                .as("beforeDelivery without afterDelivery")
                .isZero();
    }

    private static CtiEvent event(long seq) {
        return new LinkChanged(new PbxId("main"), seq, Instant.EPOCH, LinkState.LIVE, "");
    }

    private void put(long... seqs) throws InterruptedException {
        for (long seq : seqs) {
            deliveries.put(List.of(event(seq)));
        }
    }

    private void putTogether(long... seqs) throws InterruptedException {
        deliveries.put(LongStream.of(seqs).mapToObj(DeliveriesTest::event).toList());
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void givesEventsInOrder() throws InterruptedException {
        put(LongStream.rangeClosed(1, 500).toArray());
        running.start();
        await().until(() -> endpoints.taken().size() == 500);
        assertThat(endpoints.taken()).isEqualTo(upTo(500));
    }

    @Test
    void whatWaitsTogetherComesTogetherButNotTooMuch() throws InterruptedException {
        put(1, 2);
        putTogether(LongStream.rangeClosed(3, 250).toArray());
        running.start();
        await().until(() -> endpoints.taken().size() == 250);
        assertThat(endpoints.taken()).isEqualTo(upTo(250));
        assertThat(endpoints.offered()).hasSizeLessThanOrEqualTo(4).allSatisfy(together -> assertThat(together)
                .hasSizeLessThanOrEqualTo(Deliveries.AT_ONCE));
    }

    @Test
    void whatIsBroughtTogetherIsNeverTornApartBeforeItFails() throws InterruptedException {
        running.start();
        putTogether(1, 2, 3);
        await().until(() -> endpoints.taken().size() == 3);
        assertThat(endpoints.offered()).containsExactly(List.of(1L, 2L, 3L));
    }

    @Test
    void aListenerThatFailsGetsTheSameEventsAgainOneByOne() throws InterruptedException {
        endpoints.failOn(2, 3, new IllegalStateException("not now"));
        putTogether(1, 2, 3);
        running.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> endpoints.taken().size() == 3);
        assertThat(endpoints.taken()).isEqualTo(upTo(3));
        assertThat(endpoints.offered())
                .containsExactly(List.of(1L, 2L, 3L), List.of(1L), List.of(2L), List.of(2L), List.of(2L), List.of(3L));
        await().untilAsserted(() -> assertThat(deliveries.backlog()).isZero());
    }

    @Test
    void anErrorIsAFailureToo() throws InterruptedException {
        endpoints.failOn(1, 1, new StackOverflowError());
        putTogether(1);
        running.start();
        await().until(() -> endpoints.taken().size() == 1);
        assertThat(endpoints.offered()).containsExactly(List.of(1L), List.of(1L));
    }

    @Test
    void aTransactionThatDoesNotCommitIsAFailureToo() throws InterruptedException {
        endpoints.failCommits(2);
        putTogether(1, 2);
        running.start();
        await().until(() -> endpoints.offered().size() == 4);
        assertThat(endpoints.offered()).containsExactly(List.of(1L, 2L), List.of(1L), List.of(1L), List.of(2L));
    }

    @Test
    void asksWhatWasTakenLastUntilItIsAnswered() throws InterruptedException {
        assertThat(deliveries.lastTaken(new PbxId("main"))).isZero();
        put(7);
        running.start();
        await().until(() -> endpoints.taken().size() == 1);
        endpoints.unavailable(1, new UnavailableException("deploying"));
        assertThat(deliveries.lastTaken(new PbxId("main"))).isEqualTo(7);
    }

    @Test
    void waitsForAnEndpointThatIsNotThereYet() throws InterruptedException {
        endpoints.unavailable(2, new UnavailableException("deploying"));
        put(1);
        running.start();
        await().until(() -> endpoints.taken().size() == 1);
    }

    @Test
    void whoeverBringsMoreThanFitsHasToWait() throws InterruptedException {
        for (long seq = 1; seq <= Deliveries.MOST; seq++) {
            deliveries.put(List.of(event(seq)));
        }
        Thread bringing = new Thread(() -> {
            try {
                deliveries.put(List.of(event(Deliveries.MOST + 1L)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        bringing.start();
        await().until(() -> bringing.getState() == Thread.State.TIMED_WAITING);
        assertThat(deliveries.backlog()).isEqualTo(Deliveries.MOST);
        running.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> endpoints.taken().size() == Deliveries.MOST + 1);
    }
}
