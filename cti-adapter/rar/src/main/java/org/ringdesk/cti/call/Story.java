package org.ringdesk.cti.call;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.PbxId;

/** Gives out facts. A call's first fact is that it started, its last that it ended; in between every fact is told once. */
final class Story {
    private static final Set<String> WITHHELD = Set.of("anonymous", "restricted", "private", "withheld", "blocked");
    private static final Set<String> NO_NUMBER = Set.of("unknown", "unavailable", "s", "asterisk");

    private final PbxId pbx;
    private final LongSupplier sequence;
    private final Trunks trunks;
    private final Consumer<Fact> out;
    private Instant at = Instant.EPOCH;

    Story(PbxId pbx, LongSupplier sequence, Trunks trunks, Consumer<Fact> out) {
        this.pbx = pbx;
        this.sequence = sequence;
        this.trunks = trunks;
        this.out = out;
    }

    /** What makes an event of its place in the story. */
    interface Telling {
        CallEvent event(PbxId pbx, long seq, Instant at, CallId call);
    }

    void at(Instant at) {
        this.at = at;
    }

    Instant at() {
        return at;
    }

    void tell(Call call, Telling telling) {
        tell(call, null, List.of(), telling);
    }

    void tell(Call call, @Nullable Channel caller, List<Leg> targets, Telling telling) {
        if (call.ended) {
            return;
        }
        Channel by = caller == null ? call.principal : caller;
        begin(call, by == null ? call.first : by);
        if (call.started) {
            CallEvent event = telling.event(pbx, sequence.getAsLong(), at, call.id);
            out.accept(new Fact(event, caller == null ? null : caller.leg, targets));
        }
    }

    /** Says that the call started, if that was not said. */
    void begin(Call call, @Nullable Channel by) {
        if (call.started || call.ended || by == null) {
            return;
        }
        call.started = true;
        call.known = true;
        Channel first = call.first == null ? by : call.first;
        call.first = first;
        if (call.caller == null) {
            call.caller = caller(first);
        }
        Caller caller = call.caller;
        CallEvent event = new CallEvent.Started(
                pbx, sequence.getAsLong(), at, call.id, direction(call, first), first.leg, caller, call.dialled);
        out.accept(new Fact(event, first.leg, List.of()));
    }

    private Direction direction(Call call, Channel first) {
        if (!first.called && trunks.isTrunk(first.leg)) {
            return Direction.INBOUND;
        }
        boolean outside = call.originated
                || call.channels.stream().anyMatch(channel -> channel.called && trunks.isTrunk(channel.leg));
        return outside ? Direction.OUTBOUND : Direction.INTERNAL;
    }

    boolean isTrunk(Channel channel) {
        return trunks.isTrunk(channel.leg);
    }

    /** Who a channel says it is. */
    static Caller caller(Channel channel) {
        String number = channel.number;
        String known = number == null ? "" : number.toLowerCase(Locale.ROOT);
        if (channel.withheld || WITHHELD.contains(known)) {
            return Caller.WITHHELD;
        }
        return new Caller(NO_NUMBER.contains(known) ? null : number, channel.callerName, false);
    }
}
