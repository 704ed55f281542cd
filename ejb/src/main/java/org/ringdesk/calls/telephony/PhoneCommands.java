package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;

/** Tells the PBX what an agent wants. Outside of any transaction: it may take as long as the PBX takes to answer. */
@ApplicationScoped
public class PhoneCommands {
    @Inject
    private CtiConnectionFactory telephony;

    /** @throws CtiException when it was not taken, or nobody knows */
    public void send(Wish wish) {
        try (CtiConnection pbx = wish.pbx() == null ? telephony.getConnection() : telephony.getConnection(wish.pbx())) {
            send(pbx, wish);
        }
    }

    private static void send(CtiConnection pbx, Wish wish) {
        switch (wish.move()) {
            case DIAL -> pbx.dial(wish.endpoint(), wish.needed(), null, true);
            case ANSWER -> pbx.answer(wish.channel());
            case REJECT -> pbx.reject(wish.channel());
            case HANG_UP -> pbx.hangUp(wish.channel());
            case HOLD -> pbx.hold(wish.channel());
            case RESUME -> pbx.resume(wish.channel());
            case MUTE -> pbx.mute(wish.channel(), true);
            case UNMUTE -> pbx.mute(wish.channel(), false);
            case TRANSFER -> pbx.transfer(wish.channel(), wish.destination());
            case CONSULT -> pbx.consult(wish.channel(), wish.destination());
            case COMPLETE -> pbx.completeConsult(wish.channel());
            case CANCEL -> pbx.cancelConsult(wish.channel());
            case TOGGLE -> pbx.toggleConsult(wish.channel());
            case CONFERENCE -> pbx.conference(wish.channel());
            case DIGITS -> pbx.sendDigits(wish.channel(), wish.needed());
            case PARK -> pbx.park(wish.channel());
            case RETRIEVE -> pbx.retrieve(wish.endpoint(), wish.needed(), true);
            case PICK_UP -> pbx.pickUp(wish.endpoint(), wish.needed(), true);
        }
    }
}
