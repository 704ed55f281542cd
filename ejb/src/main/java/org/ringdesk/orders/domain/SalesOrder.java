package org.ringdesk.orders.domain;

import static org.ringdesk.orders.OrderStatus.CANCELLED;
import static org.ringdesk.orders.OrderStatus.DRAFT;
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
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.Availability;
import org.ringdesk.catalog.ProductTraits;
import org.ringdesk.catalog.Stock;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerName;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderProblem;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderSummary;
import org.ringdesk.orders.OrderView;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * An order from its first line on. It is a draft that anyone in its channel edits; submitting closes it while money is asked
 * for; then it is placed, or it stays submitted with a problem: one that can be corrected opens it again. Every verb gives the
 * event to be kept with the change; what changes an order's content is in {@link Edit}.
 */
@Entity
@Table(name = "sales_order")
@NamedQuery(
        name = SalesOrder.RECENT,
        query = OrderSummary.QUERY + "o.customerId = :customer order by o.createdAt desc",
        hints = {
            @QueryHint(name = "eclipselink.jdbc.max-rows", value = "200"),
            @QueryHint(name = "eclipselink.flush", value = "false")
        })
public class SalesOrder {
    /** Named, and with its hints here, for it is asked for every call: only so is it translated to SQL once. */
    public static final String RECENT = "SalesOrder.recent";

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

    @Column(name = "handed_by")
    private @Nullable String handedBy;

    private String currency;

    @Embedded
    private Deal deal = new Deal();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "placed_at")
    private @Nullable Instant placedAt;

    /** It was placed, and is being changed. */
    private boolean changing;

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

    /** @param wanted how and when goods are wanted unless somebody says otherwise */
    public SalesOrder(OrderNumber number, Origin origin, DeliveryTerms wanted, Stamp by) {
        this.number = number;
        this.channelId = origin.channelId();
        this.customerId = origin.customerId();
        this.call = origin.call();
        this.currency = origin.currency().getCurrencyCode();
        this.agent = by.who();
        this.createdAt = by.at().truncatedTo(ChronoUnit.MICROS);
        this.changedAt = createdAt;
        this.draftKey = origin.draftKey(by.who());
        deal.terms(wanted);
    }

    public OrderEvent started(Stamp by) {
        return event(by, OrderEventKind.STARTED, null, null, null);
    }

    /**
     * Opens it for changes, also one whose problem can be corrected.
     *
     * @throws Refusal {@code order.not-editable}
     */
    public Edit edit(Stamp by) {
        mustBeEditable();
        return new Edit(this, by);
    }

    /** Something in it was changed: what it had been submitted as no longer counts. */
    OrderEvent edited(
            Stamp by, OrderEventKind kind, @Nullable String subject, @Nullable Object before, @Nullable Object now) {
        touch(by);
        if (status == SUBMITTED) {
            move(DRAFT);
            problem = null;
        }
        return event(by, kind, subject, before, now);
    }

    /** Whether the line is still what a price was asked for, and can have it. */
    public boolean canHave(PriceRequest request) {
        return isEditable() && lines.stream().anyMatch(request::isFor);
    }

    public Deal deal() {
        return deal;
    }

    /** @param day the day whose rules count, where it is sold */
    public Basket basket(LocalDate day, Map<Long, ProductTraits> traits) {
        return deal.basket(lines, currency(), day, traits);
    }

    public void price(Priced priced) {
        priced.lines().forEach(p -> line(p.position()).priced(p));
        deal.price(priced);
    }

    public Placing placing(Stamp by) {
        return new Placing(this, by);
    }

    /** @param why the problem that it has from now on, or null */
    void problem(@Nullable OrderProblem why) {
        problem = why;
    }

    /** The first time counts. */
    void placed() {
        placedAt = placedAt == null ? changedAt : placedAt;
        changing = false;
    }

    /** @throws Refusal {@code order.not-editable}, {@code order.discard.placed} for one that was placed: that needs a reason */
    public OrderEvent discard(Stamp by) {
        mustBeEditable();
        if (changing) {
            throw new Refusal("order.discard.placed", number.value());
        }
        turn(by, CANCELLED);
        return event(by, OrderEventKind.CANCELLED, number.value(), null, null);
    }

    /** It was placed, and waits for something before it is sent. */
    public boolean isHeldAfterPlacing() {
        return status == OrderStatus.ON_HOLD && placedAt != null && !changing;
    }

    public Holding holding(Stamp by) {
        return new Holding(this, by);
    }

    /** Changes it after it was placed, as far as it may be. */
    public Change change(Stamp by, String reason) {
        return new Change(this, by, reason);
    }

    /** Somebody makes something else of it. @throws Refusal {@code order.not-editable} */
    void turn(Stamp by, OrderStatus next) {
        touch(by);
        problem = null;
        move(next);
    }

    void changing(boolean now) {
        changing = now;
    }

    /** @throws Refusal {@code fulfilment.stopped} when it is not placed, or held, being changed or given up */
    public Fulfilling fulfil(Stamp by) {
        return Fulfilling.of(this, by);
    }

    /** Lines moved on: the order follows. */
    OrderEvent followed(
            Stamp by, OrderEventKind kind, @Nullable String subject, @Nullable Object before, @Nullable Object now) {
        touch(by);
        status = Fulfilling.status(lines);
        return event(by, kind, subject, before, now);
    }

    /** What is wanted for it. */
    public Money due() {
        return deal.due(currency());
    }

    public @Nullable Instant placedAt() {
        return placedAt;
    }

    /** Something happened around it that changes neither its content nor its status. */
    public OrderEvent happened(
            Stamp by, OrderEventKind kind, @Nullable String subject, @Nullable Object before, @Nullable Object now) {
        touch(by);
        return event(by, kind, subject, before, now);
    }

    public boolean isChanging() {
        return changing;
    }

    /**
     * Another agent has the call now. Who gave it away no longer changes the order.
     *
     * @param by the agent until now
     * @param alone whether the new agent has no other open order of the same call and customer
     */
    public OrderEvent handOver(Stamp by, String to, boolean alone) {
        mustBeEditable();
        touch(by);
        String from = agent;
        agent = to;
        handedBy = from;
        draftKey = status == DRAFT && alone ? origin().draftKey(to) : null;
        return event(by, OrderEventKind.HANDED_OVER, number.value(), from, to);
    }

    /** Whether the agent handed it on and it did not come back. */
    public boolean isHandedOnBy(String login) {
        return login.equals(handedBy) && !login.equals(agent);
    }

    public Origin origin() {
        return new Origin(channelId, customerId, currency(), call);
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

    Refusal notEditable() {
        return new Refusal("order.not-editable", number.value(), status.ordinal());
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

    List<OrderLine> lines() {
        return lines;
    }

    /** How far a line differs. @throws Refusal {@code order.line.unknown} */
    public DeliveryTerms terms(int position) {
        return line(position).terms();
    }

    OrderLine line(int position) {
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
        return deal.total(currency());
    }

    public Set<Long> products() {
        return lines.stream().map(OrderLine::productId).collect(Collectors.toSet());
    }

    /**
     * @param claimed what the order has of the stock, by product id
     * @param today where it is sold
     */
    public OrderView view(
            ChannelView channel,
            CustomerName customer,
            Map<Long, ProductTraits> traits,
            Map<Long, Integer> claimed,
            LocalDate today) {
        return new Sight(this).view(channel, customer, traits, claimed, today);
    }

    /** Pieces that are still to leave, by product, in the order of the lines. */
    public Map<Long, Stock.Need> needs(ChannelView channel) {
        Map<Long, Stock.Need> needs = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            int pieces = line.waitingPieces();
            if (pieces > 0) {
                needs.merge(
                        line.productId(),
                        new Stock.Need(line.productName(), pieces, line.deliveryDays(channel)),
                        Stock.Need::and);
            }
        }
        return needs;
    }

    /** The same without more. */
    public Map<Long, Integer> waiting() {
        return lines.stream().collect(Collectors.toMap(OrderLine::productId, OrderLine::waitingPieces, Integer::sum));
    }

    /** Pieces of lines, by product. */
    public Map<Long, Integer> byProduct(Map<Integer, Integer> byPosition) {
        Map<Long, Integer> pieces = new HashMap<>();
        byPosition.forEach((position, many) -> {
            OrderLine line = line(position);
            pieces.merge(line.productId(), line.pieces(many), Integer::sum);
        });
        return pieces;
    }

    /** @param found what there was for it, by product id */
    public void promise(ChannelView channel, LocalDate today, Map<Long, Availability> found) {
        Promises promises = Promises.of(this, channel, today, found);
        lines.forEach(line -> line.promise(promises.of(line)));
    }

    /** @throws Refusal {@code product.sold-from}, {@code product.sold-until} */
    public void mustBeSoldOn(LocalDate day, Map<Long, ProductTraits> traits) {
        for (OrderLine line : lines) {
            Objects.requireNonNull(traits.get(line.productId())).rules().mustBeSoldOn(day, line.productName());
        }
    }

    @Nullable
    String handedBy() {
        return handedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    OrderProblem problem() {
        return problem;
    }
}
