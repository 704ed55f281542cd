package org.ringdesk.web.orders;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.EventView;
import org.ringdesk.orders.HoldView;
import org.ringdesk.orders.NoteView;
import org.ringdesk.orders.OrderHolds;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStory;
import org.ringdesk.orders.OrderTerms;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.Recap;
import org.ringdesk.payments.Refunds;
import org.ringdesk.payments.WorkQueue;
import org.ringdesk.payments.WorkQueues;
import org.ringdesk.payments.WorkReason;
import org.ringdesk.payments.WorkView;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Request;
import org.ringdesk.web.page.Words;

/** The order that somebody looks after, opened beside its queue, and what they do about it. */
@Named
@ViewScoped
public class WorkDesk implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int EVENTS = 8;
    private static final Set<WorkQueue> TRIED = Set.of(WorkQueue.REFUSED, WorkQueue.PENDING);
    private static final Set<WorkQueue> SETTLED = Set.of(WorkQueue.REFUSED, WorkQueue.BALANCE, WorkQueue.CREDIT);

    @Inject
    private WorkQueues work;

    @Inject
    private OrderHolds orderHolds;

    @Inject
    private OrderTerms terms;

    @Inject
    private OrderStory story;

    @Inject
    private Refunds refunds;

    @Inject
    private Attempt attempt;

    @Inject
    private Request request;

    @Inject
    private Words words;

    @Inject
    private Me me;

    private String wanted = "";
    private @Nullable Recap recap;
    private List<WorkView> entries = List.of();
    private List<HoldView> holds = List.of();
    private List<NoteView> notes = List.of();
    private List<EventView> events = List.of();
    private @Nullable String reason;
    private @Nullable String note;
    private @Nullable BigDecimal amount;

    /** When the page opens: the order that its address names. */
    public void arrive() {
        if (wanted.matches("[A-Z]{2}\\d{8}")) {
            open(new OrderNumber(wanted));
        }
    }

    public void open() {
        open(new OrderNumber(request.needed("order")));
    }

    /** It is the reader's while they look after it, unless somebody else has it: that is said, and it can be read. */
    private void open(OrderNumber number) {
        if (recap != null && !getOrder().number().equals(number)) {
            close();
        }
        reason = null;
        note = null;
        amount = null;
        if (!attempt.at(null, null, () -> work.look(number), fresh -> recap = fresh)) {
            return;
        }
        try {
            entries = work.claim(number);
        } catch (Refusal refusal) {
            entries = work.entries(number);
            if (!refusal.key().equals("work.gone")) {
                attempt.tell(null, null, refusal);
            }
        }
        more(number);
    }

    /** As it stands now. */
    public void reload() {
        OrderNumber number = getOrder().number();
        recap = work.look(number);
        entries = work.entries(number);
        more(number);
    }

    private void more(OrderNumber number) {
        holds = orderHolds.holds(number).stream().filter(HoldView::isOpen).toList();
        notes = terms.notes(number);
        List<EventView> all = story.events(number);
        events = all.subList(0, Math.min(EVENTS, all.size()));
    }

    /** Lets the order go, so that others can go on with it. */
    public void close() {
        if (recap != null && isMine()) {
            attempt.at(
                    null,
                    null,
                    () -> {
                        work.release(getOrder().number());
                        return true;
                    },
                    done -> {});
        }
        recap = null;
        entries = List.of();
    }

    public void tryAgain() {
        act("work:reason", () -> work.tryAgain(getOrder().number()), "work.triedAgain");
    }

    public void settle(WorkQueue queue) {
        if (act("work:reason", () -> work.settle(getOrder().number(), queue, reason), "work.settled")) {
            reason = null;
        }
    }

    public void clear(HoldView hold) {
        OrderView order = getOrder();
        if (act(
                "work:reason",
                () -> orderHolds.clear(order.number(), order.version(), hold.id(), reason),
                "work.cleared")) {
            reason = null;
        }
    }

    public void refund() {
        OrderView order = getOrder();
        if (act(
                "work:amount",
                () -> refunds.refund(order.number(), order.version(), amount, reason),
                "work.refunded")) {
            reason = null;
            amount = null;
        }
    }

    public void addNote() {
        OrderView order = getOrder();
        String text = note == null ? "" : note;
        if (act(
                "work:note",
                () -> terms.note(order.number(), order.version(), null, text, true, false),
                "work.noted")) {
            note = null;
        }
    }

    private boolean act(String field, Runnable step, String done) {
        boolean carriedOut = attempt.at(
                field,
                getOrder().channel().zone(),
                () -> {
                    step.run();
                    return true;
                },
                yes -> attempt.say(null, FacesMessage.SEVERITY_INFO, words.of(done)));
        reload();
        return carriedOut;
    }

    public boolean isOpen() {
        return recap != null;
    }

    public Recap getRecap() {
        if (recap == null) {
            throw new IllegalStateException("No order is open");
        }
        return recap;
    }

    public OrderView getOrder() {
        return getRecap().order();
    }

    /** Whether the reader may act: nobody else has it. */
    public boolean isFree() {
        return entries.stream().allMatch(e -> e.claimedBy() == null || e.mine());
    }

    public boolean isMine() {
        return entries.stream().anyMatch(WorkView::mine);
    }

    /** One of its entries, for who has it till when; or null. */
    public @Nullable WorkView getClaimed() {
        return entries.stream().filter(e -> e.claimedBy() != null).findFirst().orElse(null);
    }

    public boolean isTriable() {
        return isFree()
                && entries.stream().anyMatch(e -> TRIED.contains(e.queue()) && e.reason() != WorkReason.UNREACHABLE);
    }

    public boolean isSettleable(WorkView entry) {
        return isFree() && me.in("supervisor") && SETTLED.contains(entry.queue());
    }

    public boolean isRefundable() {
        return isFree() && me.in("agent") && getRecap().refundable().isPositive() && refunds.mayRefund();
    }

    /** Whether anything is done with a reason. */
    public boolean isReasoned() {
        return isRefundable()
                || isFree() && holds.stream().anyMatch(HoldView::mayClear)
                || entries.stream().anyMatch(this::isSettleable);
    }

    public List<WorkView> getEntries() {
        return entries;
    }

    public List<HoldView> getHolds() {
        return holds;
    }

    public List<NoteView> getNotes() {
        return notes;
    }

    public List<EventView> getEvents() {
        return events;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(@Nullable String wanted) {
        this.wanted = wanted == null ? "" : wanted;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }
}
