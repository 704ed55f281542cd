package org.ringdesk.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.PriceRequestState;
import org.ringdesk.orders.PriceRequestView;
import org.ringdesk.pricing.MarginLevel;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * A price for one line, asked of a supervisor, for the product, unit and quantity that the line has then. It ends once: answered, out of
 * time, or withdrawn. All of it happens while the order is locked.
 */
@Entity
@Table(name = "price_request")
public class PriceRequest {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_request_id")
    @SequenceGenerator(name = "price_request_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @Column(name = "order_id")
    private long orderId;

    private int position;

    @Column(name = "product_id")
    private long productId;

    @Column(name = "product_name")
    private String productName;

    private int quantity;
    private String unit;

    @Column(name = "unit_name")
    private String unitName;

    private String currency;

    @Column(precision = 19, scale = 4)
    private BigDecimal found;

    @Column(precision = 19, scale = 4)
    private BigDecimal wanted;

    @Column(precision = 9, scale = 2)
    private @Nullable BigDecimal margin;

    @Enumerated(EnumType.STRING)
    @Column(name = "margin_level")
    private MarginLevel marginLevel;

    private String reason;

    @Column(name = "reason_label")
    private String reasonLabel;

    private String words;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "answer_until")
    private Instant answerUntil;

    @Enumerated(EnumType.STRING)
    private PriceRequestState state = PriceRequestState.ASKED;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(precision = 19, scale = 4)
    private @Nullable BigDecimal agreed;

    private String answer = "";

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PriceRequest() {}

    /**
     * What is wanted and why.
     *
     * @param reason one of the channel's codes, and its label
     * @param margin in percent at the price wanted, or null when nobody knows
     */
    public record Wish(
            Money price,
            String reason,
            String label,
            String words,
            MarginLevel level,
            @Nullable BigDecimal margin) {}

    PriceRequest(SalesOrder order, OrderLine line, Money found, Wish wish, Stamp by, Duration patience) {
        this.orderId = order.id();
        this.position = line.position();
        this.productId = line.productId();
        this.productName = line.productName();
        this.quantity = line.quantity().value();
        this.unit = line.unit();
        this.unitName = line.unitName();
        this.currency = found.currency().getCurrencyCode();
        this.found = found.amount();
        this.wanted = wish.price.amount();
        this.margin = wish.margin;
        this.marginLevel = wish.level;
        this.reason = wish.reason;
        this.reasonLabel = wish.label;
        this.words = wish.words;
        this.askedBy = by.who();
        this.askedAt = by.at();
        this.answerUntil = by.at().plus(patience);
    }

    /** @throws Refusal {@code order.request.over} with who ended it and how; out of time it is over even if nobody said so yet */
    public void mustBeOpen(Stamp by, UnaryOperator<String> names) {
        PriceRequestState now =
                state == PriceRequestState.ASKED && isDue(by.at()) ? PriceRequestState.TIMED_OUT : state;
        if (now != PriceRequestState.ASKED) {
            throw new Refusal("order.request.over", endedBy == null ? "" : names.apply(endedBy), now.ordinal());
        }
    }

    /** Four eyes. @throws Refusal {@code order.request.own} */
    public void mustNotBeOf(String login) {
        if (login.equals(askedBy)) {
            throw new Refusal("order.request.own");
        }
    }

    public void approve(Stamp by, Money price, String said) {
        end(PriceRequestState.APPROVED, by);
        agreed = price.amount();
        answer = said;
    }

    public void refuse(Stamp by, String said) {
        end(PriceRequestState.REFUSED, by);
        answer = said;
    }

    public void timeOut(Stamp by) {
        end(PriceRequestState.TIMED_OUT, by);
    }

    public void withdraw(Stamp by) {
        end(PriceRequestState.WITHDRAWN, by);
    }

    private void end(PriceRequestState how, Stamp by) {
        if (state != PriceRequestState.ASKED) {
            throw new IllegalStateException("Price request " + id + " is " + state);
        }
        state = how;
        endedBy = by.who();
        endedAt = by.at();
    }

    public boolean isDue(Instant now) {
        return !now.isBefore(answerUntil);
    }

    boolean isFor(OrderLine line) {
        return line.position() == position
                && line.productId() == productId
                && line.unit().equals(unit)
                && line.quantity().value() == quantity;
    }

    public long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    public PriceRequestState state() {
        return state;
    }

    public int position() {
        return position;
    }

    public String productName() {
        return productName;
    }

    public String reason() {
        return reason;
    }

    public Money wanted() {
        return money(wanted);
    }

    private Money money(BigDecimal amount) {
        return Money.exact(amount, Currency.getInstance(currency));
    }

    /** @param names display names by login */
    public PriceRequestView view(
            OrderNumber order, String customer, String channel, String agent, UnaryOperator<String> names) {
        return new PriceRequestView(
                id,
                version,
                order,
                customer,
                channel,
                agent,
                names.apply(askedBy),
                position,
                productName,
                quantity,
                unitName,
                money(found),
                money(wanted),
                margin,
                marginLevel,
                reasonLabel,
                words,
                askedAt,
                answerUntil,
                state,
                endedBy == null ? null : names.apply(endedBy),
                endedAt,
                agreed == null ? null : money(agreed),
                answer);
    }
}
