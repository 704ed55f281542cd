package org.ringdesk.cti.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** One server after the other, each with a clock of its own: the numbers rise all the same. */
class SequenceTest {
    private static final Clock NINE = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);

    @Test
    void risesWhileTheClockStands() {
        Sequence sequence = new Sequence(NINE);
        long first = sequence.next();
        assertThat(sequence.next()).isEqualTo(first + 1);
        assertThat(sequence.next()).isEqualTo(first + 2);
    }

    @Test
    void aLaterServerIsAboveOneThatSaidMoreThanTheClock() {
        Sequence first = new Sequence(NINE);
        long last = 0;
        for (int n = 0; n < 1_000; n++) {
            last = first.next();
        }
        Sequence second = new Sequence(Clock.offset(NINE, Duration.ofSeconds(1)));
        assertThat(second.next()).isGreaterThan(last);
    }

    @Test
    void aServerWhoseClockIsBehindBeginsAboveWhatWasTaken() {
        long taken = new Sequence(NINE).next();
        Sequence late = new Sequence(Clock.offset(NINE, Duration.ofMinutes(-10)));
        late.startAbove(taken);
        assertThat(late.next()).isEqualTo(taken + 1);
        late.startAbove(taken - 5);
        assertThat(late.next()).isEqualTo(taken + 2);
    }
}
