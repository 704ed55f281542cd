package org.ringdesk.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.TenderRule;
import org.ringdesk.administration.TenderRules;
import org.ringdesk.orders.OrderChanged;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.Upkeep;
import org.ringdesk.payments.domain.WorkEntry;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.payments.store.WorkEntries;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Role;

/** Keeps what waits in queues as orders and their money stand, in the transaction in which they change. */
@ApplicationScoped
class WorkBook {
    /** Others change neither money nor what holds an order: typing a line asks nothing here. */
    private static final Set<OrderEventKind> MATTERS = EnumSet.of(
            OrderEventKind.PAYMENT_ADDED,
            OrderEventKind.PAYMENT_REMOVED,
            OrderEventKind.SUBMITTED,
            OrderEventKind.PLACED,
            OrderEventKind.STOPPED,
            OrderEventKind.CANCELLED,
            OrderEventKind.HELD,
            OrderEventKind.HOLD_CLEARED,
            OrderEventKind.CHANGE_BEGUN,
            OrderEventKind.LINE_CANCELLED,
            OrderEventKind.MONEY_TAKEN,
            OrderEventKind.MONEY_GIVEN_BACK,
            OrderEventKind.MONEY_REFUSED,
            OrderEventKind.MONEY_WANTED_AGAIN,
            OrderEventKind.REFUND_WANTED);

    @Inject
    private WorkEntries entries;

    @Inject
    private Payments payments;

    @Inject
    private Channels channels;

    @Inject
    private TenderRules rules;

    @Inject
    private Clock clock;

    @Inject
    private Event<WorkChanged> news;

    void onChange(@Observes OrderChanged change) {
        if (change.kinds().stream().anyMatch(MATTERS::contains)) {
            entries.order(change.number()).ifPresent(order -> refresh(order, change.by(), null));
        }
    }

    /** Payments changed without a word to the order. */
    void refresh(long orderId) {
        entries.order(orderId).ifPresent(order -> refresh(order, null, null));
    }

    /** A customer wanted more on account than their credit allows. @param left what it does allow */
    void beyondCredit(OrderNumber number, Money wanted, Money left, String by) {
        WorkEntry.Cause cause = new WorkEntry.Cause(WorkQueue.CREDIT, WorkReason.LIMIT, left.toString(), wanted);
        entries.order(number).ifPresent(order -> refresh(order, by, cause));
    }

    private void refresh(Upkeep.Order order, @Nullable String by, WorkEntry.@Nullable Cause credit) {
        payments.flush();
        Map<WorkQueue, WorkEntry> before = new EnumMap<>(WorkQueue.class);
        entries.of(order.id()).forEach(entry -> before.put(entry.queue(), entry));
        List<Payment> all = payments.of(order.id());
        boolean mayBeOut = order.isPlaced() || order.isCancelled();
        Upkeep upkeep = new Upkeep(
                order,
                all,
                all.isEmpty() ? List.of() : entries.refused(order.id()),
                mayBeOut ? entries.invoiced(order.id(), order.money()) : Money.zero(order.money()),
                order.status() == OrderStatus.ON_HOLD ? String.join("; ", entries.holds(order.id())) : "",
                mayBeOut ? rule(order, all) : null);
        WorkEntry asked = before.get(WorkQueue.CREDIT);
        Instant now = clock.instant();
        boolean changed = false;
        for (WorkEntry.Cause cause : upkeep.causes(credit != null || asked == null ? credit : asked.cause())) {
            WorkEntry known = before.remove(cause.queue());
            changed |= known == null || known.update(cause);
            WorkEntry entry = known == null ? new WorkEntry(order.id(), order.channel(), cause, now) : known;
            if (by != null && !by.equals(Role.SYSTEM)) {
                entry.workedOn(by, now);
            }
            if (known == null) {
                entries.add(entry);
            }
        }
        before.values().forEach(entries::remove);
        if (changed || !before.isEmpty()) {
            tell(order.channel());
        }
    }

    private @Nullable TenderRule rule(Upkeep.Order order, List<Payment> all) {
        boolean check = all.stream()
                .anyMatch(p -> p.method() == PaymentMethod.CHECK && p.status().covers());
        return check ? rules.of(channels.byId(order.channel()).code()) : null;
    }

    void tell(long channel) {
        news.fire(new WorkChanged(channel));
    }
}
