package org.ringdesk.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Five thousand events a second: every ten milliseconds a call begins and rings, another is answered, another ends, twenty
 * events in all, among thirty of chatter.
 */
final class Flood {
    private static final int TICKS_PER_SECOND = 100;
    private static final int CHATTER = 10;

    private final BenchPbx pbx;
    private final int agents;
    private final int first;
    private long events;
    private int calls;
    private double seconds;
    private long inTime;

    /** @param first the number of the first call */
    Flood(BenchPbx pbx, int agents, int first) {
        this.pbx = pbx;
        this.agents = agents;
        this.first = first;
    }

    static PlayedCall call(int n, int agents) {
        return new PlayedCall(n, n % agents, BenchDatabase.phone(1 + n % 19_999));
    }

    /** Calls end two seconds after they began; those of the end are played to their end, too. */
    void run(int duration) throws IOException {
        long began = System.nanoTime();
        int ticks = duration * TICKS_PER_SECOND;
        for (int tick = 0; tick < ticks + 2 * TICKS_PER_SECOND; tick++) {
            tick(tick, tick < ticks);
            long due = began + (tick + 1) * TimeUnit.SECONDS.toNanos(1) / TICKS_PER_SECOND;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (tick == ticks - 1) {
                seconds = (System.nanoTime() - began) / 1e9;
                inTime = events;
            }
        }
    }

    private void tick(int tick, boolean begins) throws IOException {
        if (begins) {
            calls++;
            say(call(first + tick, agents).rings(), 7);
        }
        if (tick >= TICKS_PER_SECOND && tick - TICKS_PER_SECOND < calls) {
            say(call(first + tick - TICKS_PER_SECOND, agents).answered(), 7);
        }
        if (tick >= 2 * TICKS_PER_SECOND) {
            say(call(first + tick - 2 * TICKS_PER_SECOND, agents).ended(), 6);
        }
        if (begins) {
            StringBuilder chatter = new StringBuilder();
            for (int n = 0; n < CHATTER; n++) {
                chatter.append(call(first + tick, agents).chatter());
            }
            say(chatter.toString(), 3 * CHATTER);
        }
    }

    private void say(String text, int count) throws IOException {
        pbx.play(text);
        events += count;
    }

    long events() {
        return events;
    }

    int calls() {
        return calls;
    }

    double eventsPerSecond() {
        return inTime / seconds;
    }
}
