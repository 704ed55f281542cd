package org.ringdesk.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.payments.domain.MoneyMove;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Take;
import org.ringdesk.payments.store.MoneyMoves;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.shared.Role;

/**
 * The steps between which the gateway is asked to take or give back money, each in a transaction of its own and each harmless when it
 * is taken again. The order is locked before its payments.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Moving {
    @Inject
    private MoneyMoves moves;

    @Inject
    private Payments payments;

    @Inject
    private OrderPlacing orders;

    @Inject
    private Clock clock;

    /** What the gateway is to be asked. */
    public record Ask(long move, boolean givesBack, Take take) {}

    public List<Long> due(int limit) {
        return moves.due(clock.instant(), limit);
    }

    /** Takes a wish for whoever asks the gateway, so that nobody else does for a while. */
    public Optional<Ask> claim(long id) {
        MoneyMove move = moves.locked(id);
        return move.claim(clock.instant())
                ? Optional.of(new Ask(id, move.kind() == MoneyMove.Kind.REFUND, move.take()))
                : Optional.empty();
    }

    /** Keeps the gateway's answer; the order's history tells what came of it once that is clear. */
    public void answered(long id, Answer answer) {
        long order = moves.orderOf(id).orElseThrow();
        OrderNumber number = orders.numberOf(order);
        orders.open(number);
        payments.lockedOf(order);
        MoneyMove move = moves.locked(id);
        boolean open = move.status() == MoneyMove.Status.WANTED;
        payments.enter(move.answered(answer, clock.instant()));
        if (open && move.status() != MoneyMove.Status.WANTED) {
            orders.happened(
                    number, told(move), move.payment().label(), move.amount().toString(), reason(move));
        }
    }

    private static OrderEventKind told(MoneyMove move) {
        if (move.status() == MoneyMove.Status.REFUSED) {
            return OrderEventKind.MONEY_REFUSED;
        }
        return move.kind() == MoneyMove.Kind.CAPTURE ? OrderEventKind.MONEY_TAKEN : OrderEventKind.MONEY_GIVEN_BACK;
    }

    private static String reason(MoneyMove move) {
        return move.answer().isEmpty() ? move.cause() : move.cause() + ": " + move.answer();
    }
}
