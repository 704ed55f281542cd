package org.ringdesk.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OnlookersTest {
    private static final String ORDER = "UK00010001";
    private static final String OTHER = "UK00010002";
    private static final String EMILY = "{\"login\":\"emily\",\"name\":\"Emily\",\"typing\":false}";
    private static final String NIAMH = "{\"login\":\"niamh\",\"name\":\"Niamh\",\"typing\":false}";
    private static final String NIAMH_TYPES = NIAMH.replace("false", "true");
    private final Time time = new Time();
    private final Onlookers onlookers = new Onlookers(time);
    private final List<String> emilys = new ArrayList<>();
    private final List<String> niamhs = new ArrayList<>();
    private final Outbox emily = page(emilys);
    private final Outbox niamh = page(niamhs);

    @Test
    void whoHasTheSameOrderOpenSeesTheOtherComeTypeAndGo() {
        assertThat(onlookers.open(emily, ORDER, "emily", "Emily")).containsExactly(ORDER);
        onlookers.open(niamh, ORDER, "niamh", "Niamh");
        assertThat(emilys).last().isEqualTo(frame(EMILY, NIAMH));
        assertThat(niamhs).last().isEqualTo(frame(EMILY, NIAMH));
        onlookers.heard(niamh, true);
        assertThat(emilys).last().isEqualTo(frame(EMILY, NIAMH_TYPES));
        assertThat(onlookers.heard(niamh, true)).as("nothing new").isEmpty();
        onlookers.leave(niamh);
        assertThat(emilys).last().isEqualTo(frame(EMILY));
        assertThat(onlookers.heard(niamh, true)).isEmpty();
    }

    @Test
    void whoTurnsToAnotherOrderLeavesTheFirst() {
        onlookers.open(emily, ORDER, "emily", "Emily");
        onlookers.open(niamh, ORDER, "niamh", "Niamh");
        assertThat(onlookers.open(niamh, OTHER, "niamh", "Niamh")).containsExactlyInAnyOrder(ORDER, OTHER);
        assertThat(emilys).last().isEqualTo(frame(EMILY));
        onlookers.offer(ORDER, "changed", "");
        assertThat(emilys).last().isEqualTo("changed");
        assertThat(niamhs).doesNotContain("changed");
    }

    @Test
    void whoFallsSilentIsAwayUntilHeardAgain() {
        onlookers.open(emily, ORDER, "emily", "Emily");
        onlookers.open(niamh, ORDER, "niamh", "Niamh");
        time.pass(Onlookers.SILENCE.plusSeconds(1));
        onlookers.heard(emily, false);
        assertThat(onlookers.sweep()).containsExactly(ORDER);
        assertThat(emilys).last().isEqualTo(frame(EMILY));
        onlookers.heard(niamh, false);
        assertThat(emilys).last().isEqualTo(frame(EMILY, NIAMH));
    }

    @Test
    void whatOtherServersSayCountsUntilTheyAreGoneOrSilent() {
        onlookers.open(emily, ORDER, "emily", "Emily");
        Presence told = new Presence("two", ORDER, List.of(new Onlooker("niamh", "Niamh", false)));
        onlookers.take(told);
        assertThat(emilys).last().isEqualTo(frame(EMILY, NIAMH));
        int frames = emilys.size();
        onlookers.take(told);
        assertThat(emilys).as("said again").hasSize(frames);
        onlookers.forget("two");
        assertThat(emilys).last().isEqualTo(frame(EMILY));

        onlookers.take(told);
        time.pass(Onlookers.HEARSAY.plusSeconds(1));
        onlookers.heard(emily, false);
        onlookers.sweep();
        assertThat(emilys).last().isEqualTo(frame(EMILY));
    }

    @Test
    void whoHasItOpenTwiceIsThereOnce() {
        onlookers.open(emily, ORDER, "niamh", "Niamh");
        onlookers.open(niamh, ORDER, "niamh", "Niamh");
        onlookers.heard(niamh, true);
        assertThat(onlookers.at(ORDER)).containsExactly(new Onlooker("niamh", "Niamh", true));
    }

    private static String frame(String... people) {
        return "{\"type\":\"onlookers\",\"data\":{\"order\":\"" + ORDER + "\",\"people\":[" + String.join(",", people)
                + "]}}";
    }

    private static Outbox page(List<String> sent) {
        RemoteEndpoint.Async remote = stub(RemoteEndpoint.Async.class, args -> {
            sent.add((String) args[0]);
            ((SendHandler) args[1]).onResult(new SendResult());
            return null;
        });
        return new Outbox(stub(Session.class, args -> remote), Runnable::run, Pages.Kind.QUEUES);
    }

    private interface Answer {
        @Nullable
        Object to(Object[] args);
    }

    private static <T> T stub(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answer.to(args)));
    }

    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-11-28T10:00:00Z");

        void pass(Duration some) {
            now = now.plus(some);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
