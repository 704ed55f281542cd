package org.ringdesk.orders.domain;

import static org.ringdesk.orders.OrderStatus.CANCELLED;
import static org.ringdesk.orders.OrderStatus.DRAFT;
import static org.ringdesk.orders.OrderStatus.PLACED;
import static org.ringdesk.orders.OrderStatus.SUBMITTED;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerName;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderProblem;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * An order from its first line on. It is a draft that anyone in its channel edits; submitting closes it while money is asked
 * for; then it is placed, or it stays submitted with a problem: one that can be corrected opens it again. Every verb gives the
 * event to be kept with the change.
 */
@Entity
@Table(name = "sales_order")
public class SalesOrder {
    private static final int MOST_LINES = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sales_order_id")
    @SequenceGenerator(name = "sales_order_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private OrderNumber number;

    @Column(name = "channel_id")
    private long channelId;

    @Column(name = "customer_id")
    private long customerId;

    @Enumerated(EnumType.STRING)
    private OrderStatus status = DRAFT;

    @Column(name = "call_id")
    private @Nullable CallId call;

    private String agent;
    private String currency;

    @Embedded
    private Totals totals = Totals.nothing();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "placed_at")
    private @Nullable Instant placedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable OrderProblem problem;

    /** Whose draft it is, for whom and in which call, while it is one: unique, so that two quick clicks start one. */
    @Column(name = "draft_key")
    private @Nullable String draftKey;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<OrderLine> lines = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected SalesOrder() {}

    public SalesOrder(OrderNumber number, Origin origin, Stamp by) {
        this.number = number;
        this.channelId = origin.channelId();
        this.customerId = origin.customerId();
        this.call = origin.call();
        this.currency = origin.currency().getCurrencyCode();
        this.agent = by.who();
        this.createdAt = by.at().truncatedTo(ChronoUnit.MICROS);
        this.changedAt = createdAt;
        this.draftKey = origin.draftKey(by.who());
    }

    public OrderEvent started(Stamp by) {
        return event(by, OrderEventKind.STARTED, null, null, null);
    }

    public OrderEvent add(Stamp by, ProductView product, Quantity quantity) {
        edit(by);
        Optional<OrderLine> known =
                lines.stream().filter(l -> l.productId() == product.id()).findFirst();
        if (known.isPresent()) {
            return changeQuantity(by, known.get(), known.get().quantity().plus(quantity));
        }
        if (lines.size() >= MOST_LINES) {
            throw new Refusal("order.lines.most", MOST_LINES);
        }
        int last = lines.stream().mapToInt(OrderLine::position).max().orElse(0);
        lines.add(new OrderLine(this, last + 1, product, quantity));
        return event(by, OrderEventKind.LINE_ADDED, product.name(), null, quantity);
    }

    public OrderEvent changeQuantity(Stamp by, int position, Quantity quantity) {
        edit(by);
        return changeQuantity(by, line(position), quantity);
    }

    private OrderEvent changeQuantity(Stamp by, OrderLine line, Quantity quantity) {
        Quantity before = line.quantity();
        line.quantity(quantity);
        return event(by, OrderEventKind.QUANTITY_CHANGED, line.productName(), before, quantity);
    }

    public OrderEvent remove(Stamp by, int position) {
        edit(by);
        OrderLine line = line(position);
        lines.remove(line);
        return event(by, OrderEventKind.LINE_REMOVED, line.productName(), line.quantity(), null);
    }

    /** Something that belongs to the order but is kept elsewhere was added or taken away. */
    public OrderEvent noted(
            Stamp by, OrderEventKind kind, String subject, @Nullable String before, @Nullable String now) {
        edit(by);
        return event(by, kind, subject, before, now);
    }

    public Basket basket(Map<Long, ProductTraits> traits) {
        Currency money = currency();
        return new Basket(
                money,
                lines.stream()
                        .map(l -> l.inBasket(
                                Objects.requireNonNull(traits.get(l.productId()))
                                        .taxClass(),
                                money))
                        .toList());
    }

    public void price(Priced priced) {
        priced.lines().forEach(p -> line(p.position()).priced(p));
        totals = Totals.of(priced);
    }

    /** @param recorded the payments that were taken down for it */
    public OrderEvent submit(Stamp by, Money recorded) {
        edit(by);
        if (lines.isEmpty()) {
            throw new Refusal("order.empty");
        }
        covered(recorded);
        move(SUBMITTED);
        return event(by, OrderEventKind.SUBMITTED, number.value(), null, total());
    }

    /** @param secured the payments that are certain */
    public OrderEvent place(Stamp by, Money secured) {
        covered(secured);
        move(PLACED);
        touch(by);
        placedAt = changedAt;
        problem = null;
        return event(by, OrderEventKind.PLACED, number.value(), null, total());
    }

    public OrderEvent stop(Stamp by, OrderProblem why) {
        if (status != SUBMITTED) {
            throw notEditable();
        }
        touch(by);
        OrderProblem before = problem;
        problem = why;
        return event(by, OrderEventKind.STOPPED, number.value(), before == null ? null : before.key(), why.key());
    }

    public OrderEvent discard(Stamp by) {
        edit(by);
        move(CANCELLED);
        return event(by, OrderEventKind.CANCELLED, number.value(), null, null);
    }

    public boolean isEditable() {
        return status == DRAFT || status == SUBMITTED && problem != null && problem.isCorrectable();
    }

    /** @throws Refusal {@code order.not-editable} */
    public void mustBeEditable() {
        if (!isEditable()) {
            throw notEditable();
        }
    }

    private void edit(Stamp by) {
        mustBeEditable();
        touch(by);
        if (status == SUBMITTED) {
            move(DRAFT);
            problem = null;
        }
    }

    private Refusal notEditable() {
        return new Refusal("order.not-editable", number.value(), status.ordinal());
    }

    private void covered(Money by) {
        if (!by.equals(total())) {
            throw new Refusal("order.balance", total().minus(by).rounded());
        }
    }

    private void move(OrderStatus next) {
        if (!Moves.legal(status, next)) {
            throw notEditable();
        }
        status = next;
        if (next != DRAFT) {
            draftKey = null;
        }
    }

    /** Always later than before, so that every change raises the version, even within one tick of the clock. */
    private void touch(Stamp by) {
        Instant now = by.at().truncatedTo(ChronoUnit.MICROS);
        changedAt = now.isAfter(changedAt) ? now : changedAt.plus(1, ChronoUnit.MICROS);
    }

    private OrderEvent event(
            Stamp by, OrderEventKind kind, @Nullable String subject, @Nullable Object before, @Nullable Object now) {
        return new OrderEvent(this, by, kind, subject, before, now);
    }

    private OrderLine line(int position) {
        return lines.stream()
                .filter(l -> l.position() == position)
                .findFirst()
                .orElseThrow(() -> new Refusal("order.line.unknown", position));
    }

    public long id() {
        return id;
    }

    public OrderNumber number() {
        return number;
    }

    public long channelId() {
        return channelId;
    }

    public long customerId() {
        return customerId;
    }

    public OrderStatus status() {
        return status;
    }

    public @Nullable CallId call() {
        return call;
    }

    public String agent() {
        return agent;
    }

    public Currency currency() {
        return Currency.getInstance(currency);
    }

    public long version() {
        return version;
    }

    public Money total() {
        return totals.total(currency());
    }

    public Set<Long> products() {
        return lines.stream().map(OrderLine::productId).collect(Collectors.toSet());
    }

    public OrderView view(ChannelView channel, CustomerName customer, Map<Long, ProductTraits> traits) {
        Currency money = currency();
        return new OrderView(
                number,
                version,
                channel,
                customer.number(),
                customer.name(),
                call,
                agent,
                status,
                lines.stream()
                        .map(l -> l.view(
                                Objects.requireNonNull(traits.get(l.productId()))
                                        .picture(),
                                money))
                        .toList(),
                totals.goods(money),
                totals.charges(money),
                totals.tax(money),
                totals.total(money),
                changedAt,
                placedAt,
                problem == null ? null : problem.key());
    }
}
