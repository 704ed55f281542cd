package org.ringdesk.calls.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.Caller;
import org.ringdesk.shared.PhoneNumber;

/** The other side of a call, seen from the call centre, and which number of ours was dialled. */
@Embeddable
class Parties {
    private @Nullable String party;

    @Column(name = "party_e164")
    private @Nullable String partyE164;

    @Column(name = "caller_name")
    private @Nullable String callerName;

    private boolean withheld;
    private @Nullable String dialled;

    @Column(name = "dialled_e164")
    private @Nullable String dialledE164;

    protected Parties() {}

    static Parties of(
            Direction direction,
            Caller caller,
            @Nullable PhoneNumber number,
            @Nullable String dialledText,
            @Nullable PhoneNumber did) {
        boolean outbound = direction == Direction.OUTBOUND;
        Parties parties = new Parties();
        parties.party = CallRecord.cut(outbound ? dialledText : caller.number(), 80);
        parties.partyE164 = number == null ? null : number.e164();
        parties.callerName = outbound ? null : CallRecord.cut(caller.name(), 120);
        parties.withheld = !outbound && caller.withheld();
        parties.dialled = CallRecord.cut(dialledText, 80);
        parties.dialledE164 = did == null ? null : did.e164();
        return parties;
    }

    /** The same with another number that was called. */
    Parties called(@Nullable PhoneNumber number, String typed) {
        Parties parties = new Parties();
        parties.party = CallRecord.cut(typed, 80);
        parties.partyE164 = number == null ? null : number.e164();
        parties.callerName = callerName;
        parties.withheld = withheld;
        parties.dialled = dialled;
        parties.dialledE164 = dialledE164;
        return parties;
    }

    @Nullable
    String party() {
        return party;
    }

    @Nullable
    PhoneNumber number() {
        return partyE164 == null ? null : new PhoneNumber(partyE164);
    }

    @Nullable
    String callerName() {
        return callerName;
    }

    boolean withheld() {
        return withheld;
    }

    @Nullable
    String dialled() {
        return dialled;
    }

    @Nullable
    PhoneNumber did() {
        return dialledE164 == null ? null : new PhoneNumber(dialledE164);
    }
}
