package org.ringdesk.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ringdesk.mail.domain.MailMessage;
import org.ringdesk.mail.store.Mails;
import org.ringdesk.orders.OrderHappened;
import org.ringdesk.orders.OrderHappened.Happening;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.ParcelSent;

/**
 * Queues a mail in the transaction of what it tells: both come to be, or neither. Nothing else is done in it, neither reading nor
 * writing what the mail says. The order is locked by whoever changes it, so what is told twice is queued once.
 */
@ApplicationScoped
public class OrderMailQueue {
    @Inject
    private Mails mails;

    @Inject
    private Clock clock;

    void on(@Observes OrderHappened happened) {
        for (Happening event : happened.events()) {
            switch (event.kind()) {
                case PLACED -> placed(happened, event);
                case LINE_CANCELLED -> {
                    if (happened.status() == OrderStatus.CANCELLED) {
                        queue(happened, MailKind.CANCELLED, "");
                    } else {
                        queue(happened, MailKind.CHANGED, version(happened));
                    }
                }
                case CANCELLED -> {
                    if (happened.placedAt() != null) {
                        queue(happened, MailKind.CANCELLED, "");
                    }
                }
                case MONEY_GIVEN_BACK -> givenBack(happened, event);
                default -> {}
            }
        }
    }

    void on(@Observes ParcelSent sent) {
        if (isNew(sent.order(), sent.channelId(), MailKind.SHIPPED, sent.reference())) {
            mails.add(new MailMessage(sent, clock.instant()));
        }
    }

    /** The first time, or again after a change. */
    private void placed(OrderHappened happened, Happening event) {
        Instant first = happened.placedAt();
        boolean again = first != null && first.isBefore(event.at().truncatedTo(ChronoUnit.MICROS));
        queue(happened, again ? MailKind.CHANGED : MailKind.PLACED, again ? version(happened) : "");
    }

    private void givenBack(OrderHappened happened, Happening event) {
        String reference = version(happened);
        if (isNew(happened.order(), happened.channelId(), MailKind.REFUNDED, reference)) {
            BigDecimal amount = new BigDecimal(event.newValue().split(" ", 2)[0]);
            mails.add(new MailMessage(happened, MailKind.REFUNDED, reference, clock.instant())
                    .about(amount, event.subject()));
        }
    }

    private void queue(OrderHappened happened, MailKind kind, String reference) {
        if (isNew(happened.order(), happened.channelId(), kind, reference)) {
            mails.add(new MailMessage(happened, kind, reference, clock.instant()));
        }
    }

    private boolean isNew(long order, long channel, MailKind kind, String reference) {
        return mails.isWanted(channel, kind) && !mails.isQueued(order, kind, reference);
    }

    private static String version(OrderHappened happened) {
        return Long.toString(happened.version());
    }
}
