package org.ringdesk.demo.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.demo.domain.Order.Card;
import org.ringdesk.demo.domain.Order.Payment;
import org.ringdesk.demo.domain.Order.Step;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.shared.Money;

/** How the orders were paid: what is authorized or posted always comes to the order's total. */
final class Till {
    private static final List<String> BRANDS = List.of("Visa", "Visa", "Mastercard", "Mastercard", "American Express");

    private final Dice dice;
    private final Map<Integer, Money> onAccount = new HashMap<>();

    Till(Dice dice) {
        this.dice = dice;
    }

    /** @param customerPlace in the company's list, to remember what was bought on account */
    List<Payment> pay(Money total, Customer customer, int customerPlace, String agent, Instant at) {
        List<Payment> payments = new ArrayList<>();
        if (dice.percent(60) && accountAllows(customer, customerPlace, total)) {
            onAccount.merge(customerPlace, total, Money::plus);
            payments.add(ownBooks(PaymentMethod.ACCOUNT, total, null, agent, at));
        } else if (dice.percent(12)) {
            payments.add(check(total, agent, at));
        } else if (dice.percent(5)) {
            Money half = total.times(new BigDecimal("0.5")).rounded();
            payments.add(card(half, true, agent, at));
            payments.add(check(total.minus(half), agent, at));
        } else {
            if (dice.percent(3)) {
                payments.add(card(total, false, agent, at));
            }
            payments.add(card(total, true, agent, at));
        }
        return List.copyOf(payments);
    }

    /** Never more than half of the limit, so that an agent can still sell on account. */
    private boolean accountAllows(Customer customer, int place, Money total) {
        Money limit = customer.creditLimit();
        if (limit == null) {
            return false;
        }
        Money owed = onAccount.getOrDefault(place, Money.zero(limit.currency())).plus(total);
        return owed.times(2).compareTo(limit) <= 0;
    }

    /** As {@link #pay} gave them, but voided when the order was cancelled. */
    static List<Payment> giveBack(List<Payment> payments, Instant at) {
        return payments.stream().map(p -> voided(p, at)).toList();
    }

    private static Payment voided(Payment p, Instant at) {
        if (p.status() == PaymentStatus.DECLINED) {
            return p;
        }
        Step last = p.method() == PaymentMethod.CARD
                ? new Step(at, "VOID", p.amount(), "APPROVED", p.gatewayReference(), null)
                : booked("UNPOST", p.amount(), at);
        List<Step> steps = Stream.concat(p.steps().stream(), Stream.of(last)).toList();
        return new Payment(
                p.method(),
                p.amount(),
                PaymentStatus.VOIDED,
                p.card(),
                p.checkNumber(),
                p.key(),
                p.gatewayReference(),
                p.createdAt(),
                p.createdBy(),
                steps);
    }

    private Payment check(Money amount, String agent, Instant at) {
        return ownBooks(PaymentMethod.CHECK, amount, dice.digits("00####"), agent, at);
    }

    /** Checks and accounts ask no gateway. */
    private Payment ownBooks(
            PaymentMethod method, Money amount, @Nullable String checkNumber, String agent, Instant at) {
        List<Step> steps = List.of(booked("POST", amount, at));
        return new Payment(
                method, amount, PaymentStatus.POSTED, null, checkNumber, dice.uuid(), null, at, agent, steps);
    }

    private static Step booked(String kind, Money amount, Instant at) {
        return new Step(at, kind, amount, "BOOKED", null, null);
    }

    private Payment card(Money amount, boolean approved, String agent, Instant at) {
        Card card = new Card(dice.digits("demo-########"), dice.pick(BRANDS), dice.digits("####"));
        String reference = approved ? dice.digits("demo-########") : null;
        Step answer = approved
                ? new Step(at, "AUTHORIZE", amount, "APPROVED", reference, null)
                : new Step(at, "AUTHORIZE", amount, "DECLINED", null, "insufficient funds");
        PaymentStatus status = approved ? PaymentStatus.AUTHORIZED : PaymentStatus.DECLINED;
        return new Payment(
                PaymentMethod.CARD, amount, status, card, null, dice.uuid(), reference, at, agent, List.of(answer));
    }
}
