package org.ringdesk.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class OutgoingTest {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Batch> carried = new ArrayList<>();
    private boolean arrives = true;
    private final Outgoing outgoing = new Outgoing(tasks::add, batch -> {
        carried.add(batch);
        return arrives;
    });

    private void offer(int first, int last) {
        for (int n = first; n <= last; n++) {
            outgoing.offer(Posting.toDesk("anna", String.valueOf(n)));
        }
    }

    private void run() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private List<String> frames() {
        return carried.stream()
                .flatMap(b -> b.postings().stream())
                .map(told -> ((Posting) told).frame())
                .toList();
    }

    @Test
    void whatWaitsTravelsTogetherAndInOrder() {
        offer(1, 3);
        assertThat(tasks).as("one sends at a time").hasSize(1);
        run();
        assertThat(carried).hasSize(1);
        assertThat(frames()).containsExactly("1", "2", "3");
        offer(4, 4);
        run();
        assertThat(frames()).containsExactly("1", "2", "3", "4");
        assertThat(carried).noneMatch(Batch::gap);
    }

    @Test
    void whereThereIsNoRoomTheOthersAreToldThatTheyMissSomething() {
        offer(0, Outgoing.ROOM);
        run();
        assertThat(frames()).containsExactly(String.valueOf(Outgoing.ROOM));
        assertThat(carried).extracting(Batch::gap).containsExactly(true);
    }

    @Test
    void whatDidNotArriveIsAGap() {
        arrives = false;
        offer(1, 1);
        run();
        arrives = true;
        offer(2, 2);
        run();
        offer(3, 3);
        run();
        assertThat(carried).extracting(Batch::gap).containsExactly(false, true, false);
    }

    @Test
    void aLineThatThrowsIsAGapToo() {
        Outgoing failing = new Outgoing(Runnable::run, batch -> {
            carried.add(batch);
            throw new IllegalStateException("no cluster");
        });
        failing.offer(Posting.toEveryone("1"));
        failing.offer(Posting.toEveryone("2"));
        assertThat(carried).extracting(Batch::gap).containsExactly(false, true);
    }

    @Test
    void aServerThatStopsSendsNothing() {
        Outgoing stopping = new Outgoing(
                task -> {
                    throw new RejectedExecutionException();
                },
                batch -> carried.add(batch));
        stopping.offer(Posting.toDesk("anna", "1"));
        stopping.offer(Posting.toDesk("anna", "2"));
        assertThat(carried).isEmpty();
    }
}
