package org.ringdesk.calls;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.domain.Proof;
import org.ringdesk.calls.telephony.CommandBook;
import org.ringdesk.calls.telephony.CommandBook.Begun;
import org.ringdesk.calls.telephony.PhoneCommands;
import org.ringdesk.calls.telephony.RingBack;
import org.ringdesk.calls.telephony.Wish;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiException;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * What agents do with calls at the screen instead of at their phones. A command is first written down, which takes the lock of its
 * call; then it is sent, outside of any transaction; what it did is told by the fact that follows ({@link CommandView}, and the
 * {@link CallPop} of the call). What nothing proves in time ends as {@link CommandOutcome#UNCONFIRMED}.
 *
 * <p>Every method takes the browser's key of the click: the same key again gives the same command and sends nothing. All throw
 * {@link Refusal}: {@code call.unknown} for calls of others, {@code call.move.now} for what is not legal now, {@code call.move.phone}
 * for what this PBX does not let us do, {@code call.command.busy} while another command on the call is in flight,
 * {@code call.offline} without a live link, {@code call.pbx.refused} when the PBX said no, {@code agent.signed-out}.
 */
@Stateless
@RolesAllowed(Role.AGENT)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallControl {
    private static final String DIGITS = "[0-9*#]{1,32}";

    @Inject
    private CommandBook book;

    @Inject
    private PhoneCommands phones;

    @Inject
    private RingBack ringBack;

    /**
     * Has one's own phone call the number.
     *
     * @param number as people write it: national, international, or an extension; else {@code call.number.invalid}
     * @param customer whose number it is, or null to have it looked up
     * @throws Refusal also {@code call.dial.busy} while one is in another call
     */
    public CommandView dial(UUID key, String number, @Nullable CustomerNumber customer) {
        return carry(() -> book.dial(key, number, customer));
    }

    /** Dials the number that the caller dialled last. @throws Refusal also {@code call.redial.none} */
    public CommandView redial(UUID key) {
        String number = ringBack.last();
        return carry(() -> book.dial(key, number, null));
    }

    /** Dials whoever called: in a call of one's own that is over, or one that one's queue missed. @throws Refusal also {@code call.back.none} */
    public CommandView callBack(UUID key, CallId over) {
        RingBack.Party party = ringBack.of(over);
        return carry(() -> book.dial(key, party.number(), party.customer()));
    }

    /** Every move that needs nothing but the call. */
    public CommandView move(UUID key, CallId call, Move move) {
        if (move == Move.DIAL || move == Move.TRANSFER || move == Move.CONSULT || move == Move.DIGITS) {
            throw new IllegalArgumentException(move + " needs more than a call");
        }
        return carry(() -> book.begin(key, call, move, null, null));
    }

    /** Passes the call on without asking. @throws Refusal also {@code call.target.unknown}, {@code call.target.self}, {@code call.number.invalid} */
    public CommandView transfer(UUID key, CallId call, PassTo to) {
        return carry(() -> book.begin(key, call, Move.TRANSFER, to, null));
    }

    /** Asks somebody while the caller waits. @throws Refusal as {@link #transfer} */
    public CommandView consult(UUID key, CallId call, PassTo to) {
        return carry(() -> book.begin(key, call, Move.CONSULT, to, null));
    }

    /** Sends tones to the other side. @param digits 1 to 32 of 0-9, * and #, else {@code call.digits.invalid} */
    public CommandView digits(UUID key, CallId call, String digits) {
        if (!digits.matches(DIGITS)) {
            throw new Refusal("call.digits.invalid");
        }
        return carry(() -> book.begin(key, call, Move.DIGITS, null, digits));
    }

    private CommandView carry(Supplier<Begun> writing) {
        Begun begun = written(writing);
        Wish wish = begun.wish();
        if (wish == null) {
            return begun.view();
        }
        try {
            phones.send(wish);
        } catch (CtiException e) {
            return failed(wish, e);
        }
        return Proof.isByFact(wish.move()) ? book.look(wish.key()) : book.ended(wish.key(), CommandOutcome.CONFIRMED);
    }

    /** Of two at the same time the database lets one write; the other then reads what is there. */
    private static Begun written(Supplier<Begun> writing) {
        try {
            return writing.get();
        } catch (PersistenceException | TransactionalException | EJBException e) {
            return writing.get();
        }
    }

    /** Without an answer in time it may still have been done: the facts, or the deadline, will tell. */
    private CommandView failed(Wish wish, CtiException problem) {
        return switch (problem.kind()) {
            case TIMEOUT -> book.look(wish.key());
            case UNAVAILABLE -> {
                book.ended(wish.key(), CommandOutcome.NOT_SENT);
                throw new Refusal("call.offline");
            }
            case REFUSED -> {
                book.ended(wish.key(), CommandOutcome.REFUSED);
                throw new Refusal("call.pbx.refused", String.valueOf(problem.getMessage()));
            }
            case INVALID -> {
                book.ended(wish.key(), CommandOutcome.NOT_SENT);
                throw new Refusal("call.number.invalid");
            }
        };
    }
}
