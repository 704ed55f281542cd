package org.ringdesk.cti.call;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.wire.AmiMessage;

/** What we know of one channel. Name and unique id never change; everything else is as the last message had it. */
final class Channel {
    private static final Pattern INSTANCE = Pattern.compile("-[^-/@]+$");
    /** Technologies with which Asterisk wires things up inside; nobody sits at their end. */
    private static final Set<String> PLUMBING = Set.of(
            "Local",
            "Message",
            "Surrogate",
            "AsyncGoto",
            "Announcer",
            "Recorder",
            "CBAnn",
            "CBRec",
            "Bridge",
            "Snoop",
            "MulticastRTP",
            "UnicastRTP");

    final String uid;
    final String name;
    final Leg leg;
    final boolean party;
    final long order;
    String linked;
    Call call;

    ChannelState state = ChannelState.DOWN;

    @Nullable
    String number;

    @Nullable
    String callerName;

    boolean withheld;
    /** Context, extension and priority: where in the dialplan it is. */
    String place = "";

    String exten = "";

    @Nullable
    Bridge bridge;
    /** The dial that made this channel ring, while it is not decided. */
    @Nullable
    Dial dial;
    /** With whom it was last said to talk. */
    Set<Channel> partners = new LinkedHashSet<>();

    /** It was dialled, as opposed to dialling in. */
    boolean called;

    boolean hangupAsked;
    /** The cause with which it was asked, 0 when none was given. */
    int askedCause;

    boolean talked;
    /** It passed its talk on to others and is about to go. */
    boolean passedOn;

    /** It makes {@link #holds} wait. */
    boolean held;
    /** That it does was said since everything was last told anew. */
    boolean heldTold;

    Set<Channel> holds = new LinkedHashSet<>();
    /** Meanwhile it talks with somebody else. */
    boolean elsewhere;

    boolean parked;
    boolean recorded;
    boolean muted;

    @Nullable
    Channel spiedOn;

    boolean gone;

    Channel(String uid, String name, String linked, Call call, long order) {
        this.uid = uid;
        this.name = name;
        this.linked = linked;
        this.call = call;
        this.order = order;
        this.party = !PLUMBING.contains(name.substring(0, Math.max(0, name.indexOf('/'))));
        this.leg = new Leg(name, uid, INSTANCE.matcher(name).replaceFirst(""));
    }

    boolean up() {
        return state == ChannelState.UP;
    }

    /** Someone who can hear and be heard. */
    boolean live() {
        return party && up() && !gone;
    }

    /** The name of the other half of a Local pair, or null. */
    @Nullable
    String otherHalf() {
        if (!name.startsWith("Local/")) {
            return null;
        }
        if (name.endsWith(";1")) {
            return name.substring(0, name.length() - 1) + '2';
        }
        return name.endsWith(";2") ? name.substring(0, name.length() - 1) + '1' : null;
    }

    /** Takes over what a message says of this channel; {@code prefix} is empty, {@code Dest}, {@code Transferer}... */
    void learn(AmiMessage message, String prefix) {
        state = ChannelState.of(message, prefix, state);
        String now = message.text(prefix + "calleridnum");
        if (now != null) {
            number = now;
        }
        if (callerName == null) {
            callerName = message.text(prefix + "calleridname");
        }
        String presentation = message.text(prefix + "cid-callingpres");
        withheld = presentation == null ? withheld : presentation.contains("Prohibited");
        exten = message.text(prefix + "exten", exten);
        place = message.text(prefix + "context", "") + '/' + exten + '/' + message.text(prefix + "priority", "");
    }

    @Override
    public String toString() {
        return name;
    }
}
