package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.ringdesk.shared.Turn;
import org.ringdesk.shared.Turns;

/** The database gives one server the turn at a time. */
class TurnsIT extends Deployed {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch hasTurn = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Inject
    private Turns turns;

    @Resource
    private ManagedExecutorService executor;

    @Test
    void theSecondWaitsForTheFirst() throws Exception {
        Future<?> first = executor.submit(() -> turns.inTurn(Turn.DEMO_DATA, this::workUntilTold));
        assertThat(hasTurn.await(10, TimeUnit.SECONDS)).isTrue();
        Future<?> second = executor.submit(() -> turns.inTurn(Turn.DEMO_DATA, () -> done.add("second")));
        assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(done).isEmpty();
        mayEnd.countDown();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void whoDoesNotWaitGoesWithoutWhileAnotherHasIt() throws Exception {
        Future<?> first = executor.submit(() -> turns.inTurn(Turn.IMPORTS, this::workUntilTold));
        assertThat(hasTurn.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(isFree()).isFalse();
        mayEnd.countDown();
        first.get(10, TimeUnit.SECONDS);
        // the server's own timer may have it for a moment
        await().atMost(Duration.ofSeconds(10)).until(this::isFree);
    }

    private boolean isFree() throws Exception {
        return executor.submit(() -> {
                    AtomicBoolean free = new AtomicBoolean();
                    turns.inTurn(Turn.DEMO_DATA, () -> free.set(turns.takeIfFree(Turn.IMPORTS)));
                    return free.get();
                })
                .get(10, TimeUnit.SECONDS);
    }

    private void workUntilTold() {
        hasTurn.countDown();
        try {
            assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        done.add("first");
    }
}
