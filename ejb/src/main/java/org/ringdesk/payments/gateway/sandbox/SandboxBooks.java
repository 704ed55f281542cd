package org.ringdesk.payments.gateway.sandbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.payments.gateway.Take;
import org.ringdesk.payments.gateway.sandbox.SandboxCharge.Operation;
import org.ringdesk.payments.gateway.sandbox.SandboxCharge.Outcome;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;

/** The sandbox's books, in transactions of their own as a gateway far away would have. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SYSTEM})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SandboxBooks {
    private static final String CANCELLED = ":cancel";
    private static final String LOST = ":lost";

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Enters the charge, or gives the answer of the one that is there. */
    public Answer charge(Charge charge, boolean approve) {
        SandboxCharge known = em.find(SandboxCharge.class, charge.key());
        if (known != null && !known.isOf(charge)) {
            return new Answer.Declined("key_used_for_another_charge");
        }
        return answer(
                known != null
                        ? known
                        : enter(
                                charge.key(),
                                Operation.AUTHORIZE,
                                charge,
                                approve ? Outcome.APPROVED : Outcome.DECLINED));
    }

    /** @return whether this is the first time that a request with the key gets lost */
    public boolean lose(Charge charge) {
        if (em.find(SandboxCharge.class, charge.key() + LOST) != null) {
            return false;
        }
        enter(charge.key() + LOST, Operation.LOST, charge, Outcome.LOST);
        return true;
    }

    public Answer status(String key) {
        SandboxCharge known = em.find(SandboxCharge.class, key);
        return known == null ? new Answer.NeverSent("no_such_charge") : answer(known);
    }

    public Answer cancel(String key) {
        SandboxCharge known = em.find(SandboxCharge.class, key);
        if (known == null || known.outcome() != Outcome.APPROVED) {
            return new Answer.NeverSent("no_such_charge");
        }
        SandboxCharge before = em.find(SandboxCharge.class, key + CANCELLED);
        return answer(
                before != null ? before : enter(key + CANCELLED, Operation.CANCEL, known.charge(), Outcome.APPROVED));
    }

    /** Takes no more in all than was authorized. */
    public Answer capture(Take take, boolean approve) {
        return move(take, Operation.CAPTURE, approve, take.charge().amount());
    }

    /** Gives back no more in all than was taken. */
    public Answer refund(Take take) {
        return move(take, Operation.REFUND, true, sum(take, Operation.CAPTURE));
    }

    private Answer move(Take take, Operation operation, boolean approve, Money most) {
        SandboxCharge known = em.find(SandboxCharge.class, take.key());
        if (known != null) {
            return answer(known);
        }
        boolean enough = sum(take, operation).plus(take.amount()).compareTo(most) <= 0;
        Charge moved = new Charge(take.key(), take.charge().token(), take.amount());
        SandboxCharge entry = new SandboxCharge(
                take.key(), operation, moved, approve && enough ? Outcome.APPROVED : Outcome.DECLINED, clock.instant());
        entry.belongsTo(take.charge().key());
        em.persist(entry);
        em.flush();
        return answer(entry);
    }

    private Money sum(Take take, Operation operation) {
        BigDecimal sum = em.createQuery(
                        "select coalesce(sum(c.amount), 0) from SandboxCharge c where c.ofKey = :of and c.operation = :operation"
                                + " and c.outcome = :approved",
                        BigDecimal.class)
                .setParameter("of", take.charge().key())
                .setParameter("operation", operation)
                .setParameter("approved", Outcome.APPROVED)
                .getSingleResult();
        return Money.of(sum, take.amount().currency());
    }

    private SandboxCharge enter(String key, Operation operation, Charge charge, Outcome outcome) {
        SandboxCharge entry = new SandboxCharge(key, operation, charge, outcome, clock.instant());
        em.persist(entry);
        em.flush();
        return entry;
    }

    private static Answer answer(SandboxCharge entry) {
        return switch (entry.outcome()) {
            case APPROVED -> new Answer.Approved(entry.reference());
            case DECLINED -> new Answer.Declined("card_declined");
            case LOST -> new Answer.NeverSent("lost");
        };
    }
}
