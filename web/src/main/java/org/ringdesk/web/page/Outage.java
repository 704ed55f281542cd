package org.ringdesk.web.page;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether it was the database that did not answer: what failed then can be done again when it is back. */
public final class Outage {
    /** As HTTP says it. */
    public static final int STATUS = 503;

    private static final int DEEPEST = 30;

    private Outage() {}

    /** By its causes: no connection could be had (the pool says so), or one broke (SQLSTATE 08, and 57P of PostgreSQL). */
    public static boolean is(Throwable thrown) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, t -> t.map(Throwable::getCause))
                .limit(DEEPEST)
                .flatMap(Optional::stream)
                .anyMatch(t -> t instanceof ResourceException || t instanceof SQLException sql && isBroken(sql));
    }

    private static boolean isBroken(SQLException problem) {
        String state = problem.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
