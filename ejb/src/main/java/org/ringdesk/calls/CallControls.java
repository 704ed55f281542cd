package org.ringdesk.calls;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person can do with a call, and what they must know for it.
 *
 * @param moves the legal ones now, by the names of {@link Move}
 * @param guest in the call without having it: may look, not change
 * @param second the other person of the house or the one consulted, or null
 * @param parkedAt the place where the call waits, or null
 * @param handedTo to whom this person gave the call, for people; null when not, or not yet known
 */
public record CallControls(
        List<String> moves,
        boolean guest,
        boolean muted,
        @Nullable SecondView second,
        @Nullable String parkedAt,
        @Nullable String handedTo,
        @Nullable String note)
        implements Serializable {

    public static final CallControls NONE = new CallControls(List.of(), false, false, null, null, null, null);

    /**
     * @param kind CONSULT, QUEUE while one is asked and nobody of it has answered, PEER or CONFERENCE
     * @param stage RINGING, TALKING or ASIDE
     * @param name for people: a colleague's, a queue's, or the number
     */
    public record SecondView(String kind, String stage, String name) implements Serializable {}
}
