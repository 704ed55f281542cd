package org.ringdesk.web.push;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The postings on their way to the other servers. One batch travels at a time, in order, and what comes meanwhile waits for
 * the next. Where more waits than there is room for, or a batch did not arrive, the others are told that something is missing
 * and their pages read anew. Offering never waits for a server.
 */
final class Outgoing {
    static final int ROOM = 10_000;
    private static final int MOST_AT_ONCE = 500;
    private static final System.Logger LOG = System.getLogger(Outgoing.class.getName());

    private final Executor executor;
    private final Line line;
    private final Queue<Told> waiting = new ArrayDeque<>();
    private boolean gap;
    private boolean sending;

    /** Carries a batch to every other server. */
    interface Line {
        /** @return whether all of them took it */
        boolean carry(Batch batch);
    }

    Outgoing(Executor executor, Line line) {
        this.executor = executor;
        this.line = line;
    }

    void offer(Told posting) {
        synchronized (this) {
            if (waiting.size() >= ROOM) {
                waiting.clear();
                gap = true;
            }
            waiting.add(posting);
            if (sending) {
                return;
            }
            sending = true;
        }
        try {
            executor.execute(this::send);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "This server stops", e);
            missed();
            stopped();
        }
    }

    private void send() {
        for (Batch batch = next(); batch != null; batch = next()) {
            boolean taken = false;
            try {
                taken = line.carry(batch);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Another server was not told", e);
            }
            if (!taken) {
                missed();
            }
        }
    }

    private synchronized @Nullable Batch next() {
        if (waiting.isEmpty()) {
            sending = false;
            return null;
        }
        List<Told> some = new ArrayList<>();
        while (some.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
            some.add(waiting.remove());
        }
        Batch batch = new Batch(gap, some);
        gap = false;
        return batch;
    }

    private synchronized void missed() {
        gap = true;
    }

    private synchronized void stopped() {
        sending = false;
    }
}
