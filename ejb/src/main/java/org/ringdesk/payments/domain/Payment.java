package org.ringdesk.payments.domain;

import static org.ringdesk.payments.PaymentStatus.AUTHORIZED;
import static org.ringdesk.payments.PaymentStatus.AUTHORIZING;
import static org.ringdesk.payments.PaymentStatus.DECLINED;
import static org.ringdesk.payments.PaymentStatus.EXPECTED;
import static org.ringdesk.payments.PaymentStatus.NOT_SUBMITTED;
import static org.ringdesk.payments.PaymentStatus.PAID;
import static org.ringdesk.payments.PaymentStatus.POSTED;
import static org.ringdesk.payments.PaymentStatus.UNKNOWN;
import static org.ringdesk.payments.PaymentStatus.VOIDED;
import static org.ringdesk.payments.PaymentStatus.VOIDING;

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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.PaymentView;
import org.ringdesk.payments.domain.PaymentEvent.Kind;
import org.ringdesk.payments.gateway.Answer;
import org.ringdesk.payments.gateway.Charge;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * Money promised for an order. A card payment is written down as being authorized before the gateway is asked, so that
 * whatever happens then, somebody asks what became of it: while {@code reconcileAt} is set the reconciler will look. Checks
 * and accounts are our own books and are posted at once. Verbs give the line for the ledger.
 */
@Entity
@Table(name = "payment")
public class Payment {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment_id")
    @SequenceGenerator(name = "payment_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @Column(name = "order_id")
    private long orderId;

    private int position;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    private String currency;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status = NOT_SUBMITTED;

    private @Nullable String token;
    private @Nullable String brand;

    @Column(name = "last_four")
    private @Nullable String lastFour;

    @Column(name = "check_number")
    private @Nullable String checkNumber;

    @Column(name = "idempotency_key")
    private String key;

    @Column(name = "gateway_reference")
    private @Nullable String gatewayReference;

    /** What the gateway was asked to hold; it may be more than is wanted now. */
    @Column(precision = 19, scale = 4)
    private @Nullable BigDecimal authorized;

    /** What was taken, or is being taken. */
    @Column(precision = 19, scale = 4)
    private BigDecimal captured = BigDecimal.ZERO;

    /** What was given back, or is being given back. */
    @Column(precision = 19, scale = 4)
    private BigDecimal refunded = BigDecimal.ZERO;

    /** Of the order's total; until the order is submitted the amount follows it. */
    @Column(precision = 6, scale = 3)
    private @Nullable BigDecimal percent;

    @Column(name = "gift_card_id")
    private @Nullable Long giftCardId;

    /** For so long the order waited, or waits, for a check to be money. */
    @Column(name = "hold_until")
    private @Nullable Instant holdUntil;

    @Column(name = "expected_by")
    private @Nullable Instant expectedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "reconcile_at")
    private @Nullable Instant reconcileAt;

    /** How often the gateway was asked since the payment was last certain. */
    private int attempts;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    public Payment(long orderId, int position, Tender tender, Money amount, String by, Instant now) {
        this.orderId = orderId;
        this.position = position;
        this.method = tender.method();
        this.amount = amount.amount();
        this.currency = amount.currency().getCurrencyCode();
        this.token = tender.token();
        this.brand = tender.brand();
        this.lastFour = tender.lastFour();
        this.checkNumber = tender.checkNumber();
        this.giftCardId = tender.giftCard();
        this.key = UUID.randomUUID().toString();
        this.createdAt = now;
        this.createdBy = by;
    }

    /** It is a part of the total from now on. */
    public Payment inPercent(BigDecimal share) {
        percent = share;
        return this;
    }

    /** Whether its amount is still what its share of the total says. */
    public boolean isFollowing() {
        return percent != null && status == NOT_SUBMITTED;
    }

    void follow(Money now) {
        if (isFollowing()) {
            amount = now.amount();
        }
    }

    public @Nullable BigDecimal percent() {
        return percent;
    }

    /** Somebody wrote or sent it as it is: it is not made less. */
    boolean isFixed() {
        return method == PaymentMethod.CHECK || method == PaymentMethod.PREPAYMENT && status == POSTED;
    }

    /** The gateway is about to be asked. */
    public void authorizing(Instant now) {
        status = AUTHORIZING;
        authorized = amount;
        attempts++;
        reconcileAt = now.plus(FIRST_LOOK);
    }

    /** Booked by ourselves: a check received, an account charged. */
    public PaymentEvent post(Instant now) {
        status = POSTED;
        return PaymentEvent.booked(this, Kind.POST, now);
    }

    /** A transfer is waited for. */
    public PaymentEvent expect(Instant by, Instant now) {
        status = EXPECTED;
        expectedBy = by;
        return PaymentEvent.booked(this, Kind.EXPECT, now);
    }

    /** Whether this transfer was told before. */
    public boolean isReceived(Money came) {
        return method == PaymentMethod.PREPAYMENT && status == POSTED && came.equals(amount());
    }

    /**
     * The transfer came: it is worth what came.
     *
     * @throws Refusal {@code payment.received.impossible}
     */
    public PaymentEvent receive(Money came, Instant now) {
        if (status != EXPECTED) {
            throw new Refusal("payment.received.impossible");
        }
        status = POSTED;
        amount = came.amount();
        return PaymentEvent.booked(this, Kind.RECEIVE, now);
    }

    /**
     * A check came back: it pays nothing, whatever was taken of it.
     *
     * @throws Refusal {@code payment.bounce.impossible}
     */
    public PaymentEvent bounce(String reason, Instant now) {
        if (method != PaymentMethod.CHECK || status != POSTED) {
            throw new Refusal("payment.bounce.impossible");
        }
        status = DECLINED;
        captured = refunded;
        return PaymentEvent.booked(this, Kind.BOUNCE, amount(), reason, now);
    }

    /** Whether an order has not waited for this check yet. */
    public boolean isUnwaited() {
        return method == PaymentMethod.CHECK && status == POSTED && holdUntil == null;
    }

    public void waitUntil(Instant until) {
        holdUntil = until;
    }

    /** What it has taken off its gift card. */
    public Money drawn() {
        Currency money = Currency.getInstance(currency);
        return method == PaymentMethod.GIFT_CARD && status == POSTED
                ? Money.of(amount.subtract(refunded), money)
                : Money.zero(money);
    }

    public boolean isOn(GiftCard card) {
        return giftCardId != null && giftCardId == card.id();
    }

    public long giftCard() {
        return Objects.requireNonNull(giftCardId);
    }

    /**
     * The gateway's answer to an authorization. One that comes late, after the payment was taken back, is given back; what is
     * certain stays.
     */
    public PaymentEvent answered(Answer answer, Instant now) {
        boolean open = status.isPending() || status == NOT_SUBMITTED;
        if (answer instanceof Answer.Approved yes && (open || status == VOIDED)) {
            gatewayReference = yes.reference();
            certain(open ? AUTHORIZED : VOIDING, now);
        } else if (answer instanceof Answer.Declined && open) {
            certain(DECLINED, now);
        } else if (answer instanceof Answer.NeverSent && status == AUTHORIZING && attempts == 1) {
            certain(NOT_SUBMITTED, now);
        } else if (status == AUTHORIZING) {
            status = UNKNOWN;
            reconcileAt = now.plus(SOON);
        }
        return PaymentEvent.answered(this, Kind.AUTHORIZE, answer, now);
    }

    private void certain(PaymentStatus now, Instant at) {
        status = now;
        attempts = 0;
        reconcileAt = at.plus(SOON);
    }

    /**
     * Takes it back. An authorization must be given back by the gateway, which the reconciler does if nobody does it before.
     *
     * @throws Refusal {@code payment.pending} while nobody knows whether it went through, {@code payment.taken} once any of it was
     *     taken
     */
    public @Nullable PaymentEvent takeBack(Instant now) {
        if (captured.signum() > 0) {
            throw new Refusal("payment.taken");
        }
        switch (status) {
            case AUTHORIZING, UNKNOWN -> throw new Refusal("payment.pending");
            case AUTHORIZED -> {
                status = VOIDING;
                attempts = 0;
                reconcileAt = now.plus(SOON);
            }
            case POSTED -> {
                status = VOIDED;
                return PaymentEvent.booked(this, Kind.UNPOST, now);
            }
            case NOT_SUBMITTED, DECLINED, EXPECTED -> status = VOIDED;
            case VOIDING, VOIDED, PAID -> {}
        }
        return null;
    }

    /** What is certain and not taken yet. */
    public Money untaken() {
        return status.secures() ? amount().minus(captured()) : Money.zero(amount().currency());
    }

    /** What of the excess may be given up of it, also before it was asked for. A check goes back whole, or is kept. */
    public Money lowerable(Money excess) {
        Money none = Money.zero(amount().currency());
        if (isFixed()) {
            boolean whole = method == PaymentMethod.CHECK && captured.signum() == 0 && amount().compareTo(excess) <= 0;
            return whole && status.covers() ? amount() : none;
        }
        return excess.min(status == NOT_SUBMITTED || status == EXPECTED ? amount() : untaken());
    }

    public Money captured() {
        return Money.of(captured, Currency.getInstance(currency));
    }

    /**
     * Takes some of it for an invoice. What is in our own books is there already.
     *
     * @return what the gateway is to be asked for, if it is
     */
    public Optional<MoneyMove> take(Money part, String invoice, Instant now) {
        captured = captured.add(part.amount());
        boolean last = untaken().isZero();
        return method == PaymentMethod.CARD
                ? Optional.of(new MoneyMove(this, MoneyMove.Kind.CAPTURE, part, last, invoice, now))
                : Optional.empty();
    }

    /** What was taken and not given back. */
    public Money refundable() {
        return captured().minus(refunded());
    }

    public Money refunded() {
        return Money.of(refunded, Currency.getInstance(currency));
    }

    /** @return what the gateway is to be asked for */
    public MoneyMove giveBack(Money part, String reason, Instant now) {
        refunded = refunded.add(part.amount());
        return new MoneyMove(this, MoneyMove.Kind.REFUND, part, true, reason, now);
    }

    /** What came too much and was not taken is given back: it is worth so much less. */
    public PaymentEvent giveOver(Money part, String reason, Instant now) {
        amount = amount.subtract(part.amount());
        return PaymentEvent.booked(this, Kind.REFUND, part, reason, now);
    }

    /** What may be too much of it: of what somebody wrote or sent, as far as nothing was taken of it. */
    public Money overpayable() {
        return isFixed() ? untaken() : Money.zero(amount().currency());
    }

    /** Given back in another way than the gateway's. */
    public PaymentEvent giveBackBooked(Money part, String reason, Instant now) {
        refunded = refunded.add(part.amount());
        return PaymentEvent.booked(this, Kind.REFUND, part, reason, now);
    }

    void moved(MoneyMove move) {
        if (move.kind() == MoneyMove.Kind.CAPTURE && untaken().isZero()) {
            status = PAID;
        }
    }

    /** What was not taken is still wanted, what was not given back is still ours. */
    void notMoved(MoneyMove move) {
        if (move.kind() == MoneyMove.Kind.CAPTURE) {
            captured = captured.subtract(move.amount().amount());
            // another part may have been answered before, when all of it was on its way
            status = AUTHORIZED;
        } else {
            refunded = refunded.subtract(move.amount().amount());
        }
    }

    /** What was refused is on its way once more. */
    MoneyMove again(MoneyMove refused, Instant now) {
        Money part = refused.amount();
        if (refused.kind() == MoneyMove.Kind.CAPTURE) {
            if (part.compareTo(untaken()) > 0) {
                throw new Refusal("work.taken");
            }
            captured = captured.add(part.amount());
        } else {
            if (part.compareTo(refundable()) > 0) {
                throw new Refusal("work.taken");
            }
            refunded = refunded.add(part.amount());
        }
        return new MoneyMove(this, refused.kind(), part, refused.isLast(), refused.cause(), now);
    }

    /** The reconciler looks at once. */
    public void hurry(Instant now) {
        if (status.isPending()) {
            attempts = 1;
            reconcileAt = now;
        }
    }

    /** Less is wanted of it. What a gateway holds beyond that is not taken; nothing at all is taken back. */
    public @Nullable PaymentEvent lower(Money by, Instant now) {
        if (by.equals(amount())) {
            return takeBack(now);
        }
        amount = amount.subtract(by.amount());
        if (status == AUTHORIZED && captured.signum() > 0 && untaken().isZero()) {
            status = PAID;
        }
        return PaymentEvent.booked(this, Kind.LOWER, now);
    }

    /** The gateway's answer to giving an authorization back; until it is clear the reconciler goes on. */
    public PaymentEvent givenBack(Answer answer, Instant now) {
        if (status == VOIDING && (answer instanceof Answer.Approved || answer instanceof Answer.NeverSent)) {
            status = VOIDED;
            reconcileAt = null;
        }
        return PaymentEvent.answered(this, Kind.VOID, answer, now);
    }

    /** Whether the reconciler is to look now; if so nobody else will for a while, longer each time. */
    public boolean claim(Instant now) {
        if (reconcileAt == null || reconcileAt.isAfter(now)) {
            return false;
        }
        attempts++;
        Duration wait = SOON.multipliedBy(1L << Math.min(attempts - 1, 20));
        reconcileAt = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        return true;
    }

    /** The order knows what became of it: nothing is left to be looked after. */
    public void settled() {
        if (!status.isPending() && status != VOIDING) {
            reconcileAt = null;
        }
    }

    public Charge charge() {
        if (token == null) {
            throw new IllegalStateException("Payment " + id + " is not by card");
        }
        return new Charge(
                key, token, Money.of(authorized == null ? amount : authorized, Currency.getInstance(currency)));
    }

    /** The gateway's own name of what it authorized; empty while it has not, or nobody knows. */
    public String gatewayReference() {
        return Objects.requireNonNullElse(gatewayReference, "");
    }

    public long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    public PaymentMethod method() {
        return method;
    }

    public PaymentStatus status() {
        return status;
    }

    public Money amount() {
        return Money.of(amount, Currency.getInstance(currency));
    }

    public boolean isTakenBack() {
        return status == VOIDING || status == VOIDED;
    }

    /** What people recognise it by. */
    public String label() {
        return switch (method) {
            case CARD -> brand + " •••• " + lastFour;
            case CHECK -> Objects.requireNonNullElse(checkNumber, "");
            case GIFT_CARD -> "•••• " + lastFour;
            case ACCOUNT, PREPAYMENT -> "";
        };
    }

    /** @param worth what it pays now. @param order by number, for what is to be written on a transfer */
    public PaymentView view(Money worth, String order) {
        String detail = method == PaymentMethod.PREPAYMENT ? Reference.of(order + position) : label();
        return new PaymentView(
                id,
                method,
                worth,
                percent,
                captured(),
                refunded(),
                status,
                detail.isEmpty() ? null : detail,
                status == EXPECTED ? expectedBy : null);
    }
}
