package org.ringdesk.container;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What is asked of the database for a report: one that hangs is asked once and not waited for. */
final class Question<T> {
    private static final int SECONDS = 2;

    private final Callable<T> asking;
    private @Nullable Future<T> asked;

    Question(Callable<T> asking) {
        this.asking = asking;
    }

    /** @throws ExecutionException without an answer, in time or at all; its cause says why */
    T answer(ExecutorService executor) throws ExecutionException {
        try {
            return ask(executor).get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ExecutionException("no answer within " + SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }

    private synchronized Future<T> ask(ExecutorService executor) {
        Future<T> pending = asked;
        if (pending == null || pending.isDone()) {
            pending = executor.submit(asking);
            asked = pending;
        }
        return pending;
    }
}
