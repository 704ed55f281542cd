package org.ringdesk.cti.call;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;

/** A call: our own grouping of channels, which dials and bridges make and merge. */
final class Call {
    final CallId id;
    final String linked;
    final long order;
    final Set<Channel> channels = new LinkedHashSet<>();

    /** The party whose call it is: who called, or who was passed on. Null until somebody is on the phone. */
    @Nullable
    Channel principal;

    /** The channel it began with. */
    @Nullable
    Channel first;

    @Nullable
    Call mergedInto;

    @Nullable
    String dialled;
    /** Who called, kept when the principal changes. */
    @Nullable
    Caller caller;

    @Nullable
    Wait wait;

    @Nullable
    PendingTransfer pending;
    /** The PBX itself dialled the first party. */
    boolean originated;

    boolean started;
    /** It was started at least once, also before a resync. */
    boolean known;
    /** Everything is to be told anew, its start too. */
    boolean retell;

    boolean ended;
    /** The last undone dial's outcome, for the reason of the end. */
    String lastFailure = "";

    int lastCause;

    @Nullable
    Channel firstToHangUp;

    @Nullable
    Channel firstToLeave;

    Call(CallId id, String linked, long order) {
        this.id = id;
        this.linked = linked;
        this.order = order;
    }

    /** A blind transfer whose target is not known yet. */
    record PendingTransfer(Channel transferer, Channel transferee, Instant at) {}

    /** Takes the number that the calling party reached, when a message shows it; {@code s} is no number. */
    void dials(Channel by) {
        boolean number = by.exten.matches("[+*#0-9].*");
        boolean better = dialled == null || (by == principal && by.exten.matches("\\+[1-9][0-9]{6,14}"));
        if (number && better) {
            dialled = by.exten;
        }
    }

    /** The call it is now, after merges. */
    Call now() {
        Call call = this;
        while (call.mergedInto != null) {
            call = call.mergedInto;
        }
        return call;
    }
}
