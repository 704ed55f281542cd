package org.ringdesk.cti;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact about one call. Each carries what a listener needs to act on it alone; a call's facts come in order of
 * {@code seq}.
 */
public sealed interface CallEvent extends CtiEvent {
    CallId call();

    /** The way a call came about, seen from the call centre. */
    enum Direction {
        INBOUND,
        OUTBOUND,
        INTERNAL
    }

    /**
     * A call came into being.
     *
     * @param first the channel it began with
     * @param dialled the number that was dialled, as the PBX knows it: the DNIS of an inbound call; null when unknown
     */
    record Started(
            PbxId pbx,
            long seq,
            Instant at,
            CallId call,
            Direction direction,
            Leg first,
            Caller caller,
            @Nullable String dialled)
            implements CallEvent {}

    /** The caller began to wait in a queue; {@code position} counts from 1, 0 when unknown. */
    record QueueJoined(PbxId pbx, long seq, Instant at, CallId call, String queue, int position) implements CallEvent {}

    /** How a wait in a queue ended. */
    enum QueueExit {
        CONNECTED,
        /** The caller hung up while waiting or while a member rang. */
        ABANDONED,
        TIMED_OUT,
        /** Left by key, because it was empty, withdrawn, or sent elsewhere. */
        LEFT
    }

    /** The wait ended; {@code waitedMillis} by the PBX's clock. */
    record QueueLeft(PbxId pbx, long seq, Instant at, CallId call, String queue, QueueExit how, long waitedMillis)
            implements CallEvent {}

    /**
     * Devices ring for a call. Given once for each group of targets; self-contained so that a screen can pop from it alone.
     *
     * @param from the leg on whose behalf they ring: the customer's, or the transferer's in a consultation
     * @param caller who the targets' user is about to talk to
     * @param dialled the DNIS, as in {@link Started}
     * @param queue the queue that rings them, or null for a direct call
     */
    record Ringing(
            PbxId pbx,
            long seq,
            Instant at,
            CallId call,
            Leg from,
            List<Leg> targets,
            Caller caller,
            @Nullable String dialled,
            @Nullable String queue)
            implements CallEvent {}

    /** One target stopped ringing. */
    record RingEnded(PbxId pbx, long seq, Instant at, CallId call, Leg target, EndReason reason) implements CallEvent {}

    /** The two now talk: after an answer, and anew with the new pair after a transfer. */
    record Talking(PbxId pbx, long seq, Instant at, CallId call, Leg a, Leg b) implements CallEvent {}

    record Held(PbxId pbx, long seq, Instant at, CallId call, Leg by) implements CallEvent {}

    record Resumed(PbxId pbx, long seq, Instant at, CallId call, Leg by) implements CallEvent {}

    /** {@code target} is the leg that takes the call over, null when it went to a queue or an application. */
    record Transferred(
            PbxId pbx,
            long seq,
            Instant at,
            CallId call,
            TransferKind kind,
            Leg transferer,
            @Nullable Leg target) implements CallEvent {}

    /** Two calls became one: {@code gone} lives on as {@code call}. */
    record Merged(PbxId pbx, long seq, Instant at, CallId call, CallId gone) implements CallEvent {}

    /** The call waits at a numbered place until somebody takes it. */
    record Parked(PbxId pbx, long seq, Instant at, CallId call, Leg who, String space) implements CallEvent {}

    /** It waits no longer; {@code by} is who took it, null when it was given up or its time was over. */
    record Unparked(
            PbxId pbx,
            long seq,
            Instant at,
            CallId call,
            Leg who,
            @Nullable Leg by) implements CallEvent {}

    record ConferenceJoined(PbxId pbx, long seq, Instant at, CallId call, Leg who) implements CallEvent {}

    record ConferenceLeft(PbxId pbx, long seq, Instant at, CallId call, Leg who) implements CallEvent {}

    /** What a supervisor's channel does to a leg. */
    record SpyStarted(PbxId pbx, long seq, Instant at, CallId call, Leg spy, Leg on) implements CallEvent {}

    record SpyStopped(PbxId pbx, long seq, Instant at, CallId call, Leg spy) implements CallEvent {}

    /** The state of the recording of a call. */
    enum RecordingState {
        STARTED,
        MUTED,
        UNMUTED,
        STOPPED
    }

    record Recording(PbxId pbx, long seq, Instant at, CallId call, RecordingState state, Leg on) implements CallEvent {}

    /**
     * A party left, the others go on: the agent's leg of a transferred call, one of a conference.
     */
    record LegLeft(PbxId pbx, long seq, Instant at, CallId call, Leg leg) implements CallEvent {}

    /** The last party is gone; {@code hungUpBy} is null when the PBX did not say. Nothing follows for this call. */
    record Ended(
            PbxId pbx,
            long seq,
            Instant at,
            CallId call,
            @Nullable Leg hungUpBy,
            EndReason reason) implements CallEvent {}
}
