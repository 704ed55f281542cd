package org.ringdesk.payments;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.TenderRules;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderInHand;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderPlacing;
import org.ringdesk.payments.domain.MoneyMove;
import org.ringdesk.payments.domain.Payment;
import org.ringdesk.payments.domain.WorkEntry;
import org.ringdesk.payments.store.MoneyMoves;
import org.ringdesk.payments.store.Payments;
import org.ringdesk.payments.store.WorkEntries;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * What waits in queues for somebody to look after it, for supervisors and agents who may, in their channels. Who works on an order
 * claims it first; what others have is theirs until they let it go or five minutes passed ({@code work.claimed} with name and time).
 * Orders of other channels do not exist: {@code order.unknown}; one that waits no longer: {@code work.gone}.
 */
@Stateless
@DeclareRoles({Role.SUPERVISOR, Role.WORK_QUEUES})
@RolesAllowed({Role.SUPERVISOR, Role.WORK_QUEUES})
public class WorkQueues {
    public static final int PAGE = 25;
    private static final int FURTHEST = 100_000;
    private static final int REASON = 200;

    @Inject
    private WorkEntries entries;

    @Inject
    private WorkBook book;

    @Inject
    private Payments payments;

    @Inject
    private MoneyMoves moves;

    @Inject
    private OrderPlacing orders;

    @Inject
    private TenderRules rules;

    @Inject
    private Users users;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** How many wait, by queue; none where none do. One statement. */
    public Map<WorkQueue, Long> counts(WorkFilter filter) {
        List<Long> channels = channels(filter);
        return channels.isEmpty() ? Map.of() : entries.counts(channels, until(filter));
    }

    /**
     * The longest waiting first, {@link #PAGE} at most. One statement.
     *
     * @param from how many to leave out
     */
    public List<WorkView> list(WorkQueue queue, WorkFilter filter, int from) {
        List<Long> channels = channels(filter);
        int first = Math.min(Math.max(from, 0), FURTHEST);
        return channels.isEmpty() ? List.of() : views(entries.list(queue, channels, until(filter), first, PAGE));
    }

    /** The order and its payments, whether it waits or not. */
    public Recap look(OrderNumber number) {
        OrderInHand order = orders.look(number);
        return Recap.of(
                order.view(),
                payments.of(order.id()),
                rules.of(order.view().channel().code()));
    }

    /** In which queues the order waits. */
    public List<WorkView> entries(OrderNumber number) {
        return views(entries.rows(orders.look(number).id()));
    }

    /** The order is the caller's for the next five minutes; claimed again it is for another five. */
    public List<WorkView> claim(OrderNumber number) {
        OrderInHand order = orders.open(number);
        claim(order);
        payments.flush();
        return views(entries.rows(order.id()));
    }

    /** Somebody else may go on. What is not the caller's stays as it is. */
    public void release(OrderNumber number) {
        OrderInHand order = orders.open(number);
        Instant now = clock.instant();
        List<WorkEntry> mine = entries.of(order.id()).stream()
                .filter(e -> me().equals(e.claimedBy(now)))
                .toList();
        mine.forEach(WorkEntry::letGo);
        if (!mine.isEmpty()) {
            book.tell(order.view().channel().id());
        }
    }

    /**
     * Has refused money asked for once more under another key, and the gateway asked at once about payments of which nobody knows.
     *
     * @throws Refusal {@code work.nothing} where there is neither, {@code work.taken} when another invoice took the money meanwhile
     */
    public Recap tryAgain(OrderNumber number) {
        OrderInHand order = orders.open(number);
        claim(order);
        List<Payment> all = payments.lockedOf(order.id());
        List<MoneyMove> refused = entries.refused(order.id());
        List<Payment> pending = all.stream().filter(p -> p.status().isPending()).toList();
        if (refused.isEmpty() && pending.isEmpty()) {
            throw new Refusal("work.nothing");
        }
        Instant now = clock.instant();
        pending.forEach(p -> p.hurry(now));
        for (MoneyMove move : refused) {
            moves.add(move.again(now));
            orders.happened(
                    number,
                    OrderEventKind.MONEY_WANTED_AGAIN,
                    move.payment().label(),
                    move.amount().toString(),
                    move.cause());
        }
        return look(number);
    }

    /**
     * Somebody took care of it elsewhere, such as by a transfer: it waits no longer, and comes back when there is another reason.
     *
     * @param queue one of {@link WorkQueue#BALANCE}, {@link WorkQueue#REFUSED} and {@link WorkQueue#CREDIT}: the others end by
     *     themselves ({@code work.settle.not})
     * @param why 1 to 200 characters ({@code work.settle.reason})
     * @throws Refusal also {@code payment.card.number}
     */
    @RolesAllowed(Role.SUPERVISOR)
    public void settle(OrderNumber number, WorkQueue queue, @Nullable String why) {
        if (queue != WorkQueue.BALANCE && queue != WorkQueue.REFUSED && queue != WorkQueue.CREDIT) {
            throw new Refusal("work.settle.not");
        }
        CardNumbers.keepOut(why);
        if (why == null || why.isBlank() || why.strip().length() > REASON) {
            throw new Refusal("work.settle.reason", REASON);
        }
        OrderInHand order = orders.open(number);
        WorkEntry entry = claim(order).stream()
                .filter(e -> e.queue() == queue)
                .findFirst()
                .orElseThrow(() -> new Refusal("work.gone"));
        Money amount = entry.cause().amount();
        entry.settle();
        orders.happened(number, OrderEventKind.WORK_SETTLED, "", amount.toString(), why.strip());
        book.tell(order.view().channel().id());
    }

    /** @return what of the order waits, the caller's from now on */
    private List<WorkEntry> claim(OrderInHand order) {
        Instant now = clock.instant();
        List<WorkEntry> waiting =
                entries.of(order.id()).stream().filter(e -> !e.isSettled()).toList();
        if (waiting.isEmpty()) {
            throw new Refusal("work.gone");
        }
        waiting.forEach(e -> mustBeFree(e, now));
        boolean known = waiting.stream().allMatch(e -> me().equals(e.claimedBy(now)));
        waiting.forEach(e -> e.claim(me(), now));
        if (!known) {
            book.tell(order.view().channel().id());
        }
        return waiting;
    }

    private void mustBeFree(WorkEntry entry, Instant now) {
        String who = entry.claimedBy(now);
        Instant until = entry.claimedUntil();
        if (who != null && until != null && !who.equals(me())) {
            throw new Refusal("work.claimed", name(who), until);
        }
    }

    private List<Long> channels(WorkFilter filter) {
        return users.me().channels().stream()
                .filter(c -> filter.channel() == null || c.code().equals(filter.channel()))
                .map(ChannelView::id)
                .toList();
    }

    private Instant until(WorkFilter filter) {
        return clock.instant().minus(filter.age().least());
    }

    private List<WorkView> views(List<WorkView.Row> rows) {
        UserView me = users.me();
        Instant now = clock.instant();
        return rows.stream().map(row -> view(row, me, now)).toList();
    }

    private WorkView view(WorkView.Row row, UserView me, Instant now) {
        Instant until = row.claimedUntil();
        String by = until == null || until.isBefore(now) ? null : row.claimedBy();
        Optional<ChannelView> channel =
                me.channels().stream().filter(c -> c.id() == row.channel()).findFirst();
        return new WorkView(
                row.queue(),
                row.order(),
                row.status(),
                channel.orElseThrow(
                        () -> new Refusal("order.unknown", row.order().value())),
                row.firstName() + ' ' + row.lastName(),
                row.money(),
                row.since(),
                row.reason(),
                row.detail(),
                row.lastBy() == null ? null : name(row.lastBy()),
                row.lastAt(),
                by == null ? null : name(by),
                by == null ? null : until,
                me.login().equals(by));
    }

    private String me() {
        return context.getCallerPrincipal().getName();
    }

    private String name(String login) {
        return users.find(login).map(UserView::displayName).orElse(login);
    }
}
