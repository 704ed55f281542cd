package org.ringdesk.payments.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.TenderRule;
import org.ringdesk.orders.OrderProblem;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.WorkQueue;
import org.ringdesk.payments.WorkReason;
import org.ringdesk.shared.Money;

/**
 * Why an order needs somebody to look after it, from how it and its money stand.
 *
 * @param refused moves of money that were refused and not followed by others
 * @param invoiced what its invoices come to
 * @param holds what holds it, in words
 * @param rule how far payments may be from what is due where a check is among them; null where none is
 */
public record Upkeep(
        Order order,
        List<Payment> payments,
        List<MoneyMove> refused,
        Money invoiced,
        String holds,
        @Nullable TenderRule rule) {

    /** As far as it matters for its money. */
    public record Order(
            Long id,
            Long channel,
            OrderStatus status,
            @Nullable Instant placedAt,
            Boolean changing,
            @Nullable OrderProblem problem,
            BigDecimal total,
            BigDecimal cancelled,
            String currency) {

        Money due() {
            return Money.of(total.subtract(cancelled), Currency.getInstance(currency));
        }

        public boolean isCancelled() {
            return status == OrderStatus.CANCELLED;
        }

        /** Its money is settled as far as it will be before invoices come. */
        public boolean isPlaced() {
            return placedAt != null && !changing;
        }

        public Currency money() {
            return Currency.getInstance(currency);
        }
    }

    /** @param creditAsked the entry that stands for a refusal beyond the credit limit, or null */
    public List<WorkEntry.Cause> causes(WorkEntry.@Nullable Cause creditAsked) {
        List<WorkEntry.Cause> causes = new ArrayList<>();
        if (!order.isCancelled() && !order.isPlaced()) {
            add(causes, WorkQueue.DECLINED, WorkReason.DECLINED, with(p -> p.status() == PaymentStatus.DECLINED));
            if (creditAsked != null && sum(covering(), Payment::amount).compareTo(order.due()) < 0) {
                causes.add(creditAsked);
            }
            if (order.problem() == OrderProblem.PAYMENT_UNREACHABLE) {
                add(
                        causes,
                        WorkQueue.PENDING,
                        WorkReason.UNREACHABLE,
                        with(p -> p.status() == PaymentStatus.NOT_SUBMITTED));
            }
        }
        add(causes, WorkQueue.PENDING, WorkReason.UNKNOWN, with(p -> p.status().isPending()));
        if (order.status() == OrderStatus.ON_HOLD) {
            add(
                    causes,
                    WorkQueue.CHECK,
                    WorkReason.CHECK,
                    with(p -> p.method() == PaymentMethod.CHECK && p.status().covers()));
            causes.add(new WorkEntry.Cause(WorkQueue.HELD, WorkReason.HELD, holds, order.due()));
        }
        balance(causes);
        refused(causes);
        return causes;
    }

    private void balance(List<WorkEntry.Cause> causes) {
        if (!order.isPlaced() && !order.isCancelled()) {
            return;
        }
        Money uncovered = invoiced.minus(sum(payments, Payment::captured)).minus(sum(refused, this::untaken));
        Money less = order.due().minus(sum(covering(), Payment::amount));
        Money kept = order.isCancelled() ? sum(payments, Payment::refundable) : sum(covering(), this::kept);
        Money more = kept.minus(order.due());
        Money tolerated = rule == null ? Money.zero(order.money()) : rule.tolerated(order.due());
        if (uncovered.compareTo(tolerated) > 0) {
            causes.add(new WorkEntry.Cause(WorkQueue.BALANCE, WorkReason.UNCOVERED, "", uncovered));
        } else if (less.compareTo(tolerated) > 0) {
            causes.add(new WorkEntry.Cause(WorkQueue.BALANCE, WorkReason.SHORT, "", less));
        } else if (more.compareTo(tolerated) > 0) {
            causes.add(new WorkEntry.Cause(WorkQueue.BALANCE, WorkReason.OVER, "", more));
        }
    }

    private void refused(List<WorkEntry.Cause> causes) {
        if (!refused.isEmpty()) {
            MoneyMove last = refused.get(refused.size() - 1);
            causes.add(new WorkEntry.Cause(
                    WorkQueue.REFUSED,
                    last.kind() == MoneyMove.Kind.CAPTURE ? WorkReason.CAPTURE : WorkReason.REFUND,
                    (last.payment().label() + " " + last.answer()).strip(),
                    sum(refused, MoneyMove::amount)));
        }
    }

    /** A refused move is a matter of its own, not of the balance. */
    private Money untaken(MoneyMove move) {
        return move.kind() == MoneyMove.Kind.CAPTURE ? move.amount() : Money.zero(order.money());
    }

    private Money kept(Payment payment) {
        return payment.amount().minus(payment.refunded());
    }

    private List<Payment> covering() {
        return with(p -> p.status().covers());
    }

    private List<Payment> with(Predicate<Payment> which) {
        return payments.stream().filter(which).toList();
    }

    private void add(List<WorkEntry.Cause> causes, WorkQueue queue, WorkReason reason, List<Payment> some) {
        boolean known = causes.stream().anyMatch(cause -> cause.queue() == queue);
        if (!some.isEmpty() && !known) {
            causes.add(
                    new WorkEntry.Cause(queue, reason, some.get(some.size() - 1).label(), sum(some, Payment::amount)));
        }
    }

    private <T> Money sum(List<T> all, Function<T, Money> part) {
        return all.stream().map(part).reduce(Money.zero(order.money()), Money::plus);
    }
}
