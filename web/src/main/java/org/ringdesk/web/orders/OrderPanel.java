package org.ringdesk.web.orders;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.Products;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.PaymentView;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Me;

/** The order on the screen, in the state it was last heard of, and the step the agent is at with it. */
@Named
@ViewScoped
public class OrderPanel implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> OVERTAKEN = Set.of("order.changed", "order.handed-over");

    private static final Set<OrderStatus> BEFORE_SHIPMENT = Set.of(
            OrderStatus.PLACED, OrderStatus.ON_HOLD, OrderStatus.BACKORDERED, OrderStatus.RELEASED, OrderStatus.PICKED);

    /** Steps that are about the order as it was shown. */
    private static final Set<Step> AGREED = EnumSet.of(Step.RECAP, Step.DISCARD);

    /** What the middle of the page shows. */
    public enum Step {
        LINES,
        PAYMENT,
        RECAP,
        DISCARD,
        PRICES,
        DELIVERY,
        HOLD,
        CHANGE,
        HISTORY,
        REFUND,
        INCOMING
    }

    @Inject
    private Checkout checkout;

    @Inject
    private Products products;

    @Inject
    private Attempt attempt;

    @Inject
    private Me me;

    private @Nullable Recap recap;
    private List<LineRow> rows = List.of();
    private Step step = Step.LINES;
    private OrderView.@Nullable Line removed;
    private List<String> notSold = List.of();
    private UUID submitKey = UUID.randomUUID();

    /** What things are counted in, for those who type it: between bars. */
    public String getUnits() {
        return String.join("|", products.measures(me.getLanguage()));
    }

    /** Opens an order; one that does not exist for the caller leaves the panel as it is. */
    public boolean open(OrderNumber number) {
        notSold = List.of();
        return attempt.at(null, null, () -> checkout.recap(number), this::show);
    }

    /**
     * Carries out a command on the order and shows what it left. When someone else was faster, the order is shown as it is
     * now, with who changed what; what is being typed stays, but what was agreed to was another order.
     *
     * @param field the client id a refusal belongs to, or null
     */
    public boolean command(@Nullable String field, Runnable work) {
        OrderNumber number = getOrder().number();
        try {
            work.run();
            show(checkout.recap(number));
            return true;
        } catch (Refusal refusal) {
            boolean overtaken = OVERTAKEN.contains(refusal.key());
            attempt.tell(overtaken ? null : field, getOrder().channel().zone(), refusal);
            if (overtaken) {
                step = AGREED.contains(step) ? Step.LINES : step;
                open(number);
            }
            return false;
        }
    }

    public void show(Recap fresh) {
        recap = fresh;
        rows = fresh.order().lines().stream().map(LineRow::new).toList();
        if (!isPossible(step)) {
            step = Step.LINES;
        }
    }

    private boolean isPossible(Step wanted) {
        return switch (wanted) {
            case PAYMENT, RECAP, DISCARD -> isUnplaced();
            case HOLD -> isHoldable();
            case CHANGE -> isChangeable();
            default -> true;
        };
    }

    public void close() {
        recap = null;
        removed = null;
        notSold = List.of();
        rows = List.of();
        step = Step.LINES;
    }

    public void to(Step next) {
        step = next;
    }

    /** The recap is opened with a key of its own: however often it is placed then, it is placed once. */
    public void toRecap() {
        if (command(null, () -> checkout.recap(getOrder().number())) && isUnplaced()) {
            submitKey = UUID.randomUUID();
            step = Step.RECAP;
        }
    }

    public void place() {
        OrderView order = getOrder();
        if (command(null, () -> checkout.submit(order.number(), order.version(), submitKey))) {
            removed = null;
            step = Step.LINES;
        }
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

    public List<LineRow> getRows() {
        return rows;
    }

    /** What was typed for a line and not taken stays in its field. */
    void keep(int position, @Nullable String quantity) {
        rows.stream().filter(row -> row.getLine().position() == position).forEach(row -> row.setQuantity(quantity));
    }

    public Step getStep() {
        return step;
    }

    /** Its lines can be typed. */
    public boolean isDraft() {
        return recap != null && recap.order().status() == OrderStatus.DRAFT && !isHandedOn();
    }

    /** It went to a colleague with its call: to be looked at only. */
    public boolean isHandedOn() {
        return recap != null && recap.order().isHandedOnBy(me.getLogin());
    }

    /** It can still be paid and placed: a draft, or one whose payment was not accepted. */
    public boolean isUnplaced() {
        return isDraft() || recap != null && recap.order().status() == OrderStatus.SUBMITTED && !isHandedOn();
    }

    /** Payments can be taken for it: it is not placed yet, or held for want of money. */
    public boolean isPayable() {
        return isUnplaced() || recap != null && recap.isOwing() && !isHandedOn();
    }

    /** A payment of it that can be taken back. */
    public boolean isRemovable(PaymentView payment) {
        PaymentStatus status = payment.status();
        boolean open = isUnplaced() || status == PaymentStatus.EXPECTED && isPlaced() && !isHandedOn();
        return open && !status.isPending() && status != PaymentStatus.VOIDING;
    }

    /** What the order that this one was taken over from has and nobody can buy now. */
    public String getNotSold() {
        return String.join(", ", notSold);
    }

    void notSold(List<String> names) {
        notSold = List.copyOf(names);
    }

    /** It was placed, and is not being changed. */
    public boolean isPlaced() {
        return recap != null
                && recap.order().placedAt() != null
                && !recap.order().changing();
    }

    /** It can be put on hold: not yet sent, and not in somebody else's hands. */
    public boolean isHoldable() {
        return recap != null
                && !isHandedOn()
                && (isUnplaced() || BEFORE_SHIPMENT.contains(recap.order().status()));
    }

    /** It was placed, and something of it may still be changed or given up. */
    public boolean isChangeable() {
        return recap != null
                && !isHandedOn()
                && (recap.order().placedAt() != null
                                && BEFORE_SHIPMENT.contains(recap.order().status())
                        || recap.order().status() == OrderStatus.ON_HOLD
                        || recap.order().changing());
    }

    /** It is an earlier one, whose lines can be ordered again. */
    public boolean isEarlier() {
        return recap != null
                && !isUnplaced()
                && !isHandedOn()
                && (recap.order().status() != OrderStatus.ON_HOLD
                        || recap.order().placedAt() != null)
                && !recap.order().lines().isEmpty();
    }

    public OrderView.@Nullable Line getRemoved() {
        return removed;
    }

    void removed(OrderView.@Nullable Line line) {
        removed = line;
    }
}
