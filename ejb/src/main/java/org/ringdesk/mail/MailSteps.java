package org.ringdesk.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.mail.domain.LetterWriter;
import org.ringdesk.mail.domain.MailMessage;
import org.ringdesk.mail.domain.MailProfile;
import org.ringdesk.mail.domain.Occasion;
import org.ringdesk.mail.gateway.Outcome;
import org.ringdesk.mail.gateway.Outgoing;
import org.ringdesk.mail.store.Mails;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.orders.OrderPapers;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.ShipmentView;
import org.ringdesk.payments.OrderPayments;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;

/**
 * The steps between which the mail server is spoken to, each in a transaction of its own with the mail's row locked, and each
 * harmless when it is taken again.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailSteps {
    @Inject
    private Mails mails;

    @Inject
    private OrderPapers orders;

    @Inject
    private OrderPayments payments;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Clock clock;

    public List<Long> unwritten(int limit) {
        return mails.unwritten(clock.instant(), limit);
    }

    public List<Long> due(int limit) {
        return mails.due(clock.instant(), limit);
    }

    /** Puts down what it says, as things stand now, a moment after it was queued. */
    public void write(long id) {
        MailMessage message = mails.locked(id);
        MailProfile profile = mails.profile(message.channelId());
        if (message.isWritten() || message.state() != MailState.QUEUED) {
            return;
        }
        if (profile == null) {
            message.failed(MailProblem.NO_PROFILE, "", true, clock.instant());
            return;
        }
        OrderInHand order = orders.of(message.orderNumber());
        CustomerView customer = customer(order);
        String language = profile.languageFor(customer.language());
        message.written(LetterWriter.write(occasion(message, order), language), language);
        message.goesTo(customer.email());
    }

    private Occasion occasion(MailMessage message, OrderInHand order) {
        OrderView view = order.view();
        @Nullable
        ShipmentView parcel = message.kind() == MailKind.SHIPPED
                ? orders.parcel(view.number(), message.reference()).orElseThrow()
                : null;
        BigDecimal amount = message.amount();
        Occasion.@Nullable Refund refund = amount == null
                ? null
                : new Occasion.Refund(Money.of(amount, view.total().currency()), message.paidBy());
        return new Occasion(message.kind(), view, payments.of(order.id(), view.number()), parcel, refund);
    }

    private CustomerView customer(OrderInHand order) {
        return customers.byId(List.of(order.customerId())).get(0);
    }

    /** It could not be written. */
    public void notWritten(long id) {
        mails.locked(id).notWritten(clock.instant());
    }

    /** Takes it for whoever sends it, to the address that the customer has now. */
    public Optional<Outgoing> claim(long id) {
        MailMessage message = mails.locked(id);
        MailProfile profile = mails.profile(message.channelId());
        if (profile == null) {
            message.failed(MailProblem.NO_PROFILE, "", true, clock.instant());
            return Optional.empty();
        }
        message.goesTo(customer(orders.of(message.orderNumber())).email());
        return message.claim(clock.instant()) ? Optional.of(outgoing(message, profile)) : Optional.empty();
    }

    private static Outgoing outgoing(MailMessage message, MailProfile profile) {
        String sender = profile.senderAddress();
        return new Outgoing(
                message.id(),
                message.messageId(sender.substring(sender.indexOf('@') + 1)),
                profile.senderName(),
                sender,
                profile.replyTo(),
                message.address(),
                message.language(),
                message.words());
    }

    public void answered(long id, Outcome outcome) {
        MailMessage message = mails.locked(id);
        if (outcome instanceof Outcome.Failed failed) {
            message.failed(failed.problem(), failed.detail(), failed.forGood(), clock.instant());
        } else {
            message.sent(clock.instant());
        }
    }
}
