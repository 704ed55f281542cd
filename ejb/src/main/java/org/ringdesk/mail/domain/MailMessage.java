package org.ringdesk.mail.domain;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.mail.MailKind;
import org.ringdesk.mail.MailProblem;
import org.ringdesk.mail.MailState;
import org.ringdesk.mail.MailView;
import org.ringdesk.orders.OrderHappened;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.ParcelSent;

/**
 * A mail from its cause to the mail server. It is queued with what happened, written right after it, so that it tells how things
 * stood then however long it waits, and sent when there is a mail server. While {@code dueAt} is set the timer will look. Who sends
 * it puts that off first, so nobody else sends it meanwhile; a server that dies in between sends it again under the same
 * {@link #messageId}.
 */
@Entity
@Table(name = "mail_message")
public class MailMessage {
    static final Duration GIVE_UP = Duration.ofDays(1);
    static final Duration TOO_OLD = Duration.ofDays(7);
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DETAIL = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mail_message_id")
    @SequenceGenerator(name = "mail_message_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @Column(name = "order_id")
    private long orderId;

    @Column(name = "order_number")
    private OrderNumber orderNumber;

    @Column(name = "channel_id")
    private long channelId;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    /** Tells it from others of the kind about the same order: a parcel, a version, or empty. */
    private String reference;

    @Column(precision = 19, scale = 4)
    private @Nullable BigDecimal amount;

    @Column(name = "paid_by")
    private @Nullable String paidBy;

    @Enumerated(EnumType.STRING)
    private MailState state = MailState.QUEUED;

    private @Nullable String address;
    private @Nullable String language;
    private @Nullable String subject;
    private @Nullable String plain;
    private @Nullable String html;

    /** How often it was sent once more by hand: each time it is another message. */
    private int round;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "first_tried_at")
    private @Nullable Instant firstTriedAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    private int attempts;

    @Enumerated(EnumType.STRING)
    private @Nullable MailProblem problem;

    private @Nullable String detail;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MailMessage() {}

    public MailMessage(OrderHappened happened, MailKind kind, String reference, Instant now) {
        this(happened.order(), happened.number(), happened.channelId(), kind, reference, now);
    }

    public MailMessage(ParcelSent sent, Instant now) {
        this(sent.order(), sent.number(), sent.channelId(), MailKind.SHIPPED, sent.reference(), now);
    }

    private MailMessage(
            long orderId, OrderNumber number, long channelId, MailKind kind, String reference, Instant now) {
        this.orderId = orderId;
        this.orderNumber = number;
        this.channelId = channelId;
        this.kind = kind;
        this.reference = reference;
        this.queuedAt = now;
        this.dueAt = now;
    }

    /** What was given back, and by which payment. */
    public MailMessage about(BigDecimal given, String payment) {
        amount = given;
        paidBy = payment;
        return this;
    }

    public boolean isWritten() {
        return plain != null;
    }

    public void written(Written words, String inLanguage) {
        language = inLanguage;
        subject = words.subject();
        plain = words.plain();
        html = words.html();
        problem = null;
        attempts = 0;
        firstTriedAt = null;
    }

    /** Where it goes; without an address there is nothing more to do. */
    public void goesTo(@Nullable String to) {
        address = MailText.isAddress(to) ? to : null;
        if (address == null) {
            end(MailState.NO_ADDRESS);
        }
    }

    /**
     * Takes it for whoever sends it, so that nobody else does for a while. One that waited for a mail server for a week is not sent by
     * itself any more.
     */
    public boolean claim(Instant now) {
        if (state != MailState.QUEUED || dueAt == null || dueAt.isAfter(now)) {
            return false;
        }
        if (firstTriedAt == null && queuedAt.plus(TOO_OLD).isBefore(now) && round == 0) {
            problem = MailProblem.TOO_OLD;
            end(MailState.FAILED);
            return false;
        }
        firstTriedAt = firstTriedAt == null ? now : firstTriedAt;
        attempts++;
        dueAt = now.plus(CLAIM);
        return true;
    }

    public void sent(Instant now) {
        if (state == MailState.QUEUED) {
            problem = null;
            detail = null;
            sentAt = now;
            end(MailState.SENT);
        }
    }

    /** @param said by the mail server, or empty; @param forGood no later attempt will fare better */
    public void failed(MailProblem why, String said, boolean forGood, Instant now) {
        if (state != MailState.QUEUED) {
            return;
        }
        problem = why;
        String line = MailText.oneLine(said);
        detail = line.isEmpty() ? null : line.substring(0, Math.min(line.length(), DETAIL));
        firstTriedAt = firstTriedAt == null ? now : firstTriedAt;
        if (forGood || !now.isBefore(firstTriedAt.plus(GIVE_UP))) {
            end(MailState.FAILED);
        } else {
            dueAt = now.plus(waitAfter(attempts));
        }
    }

    /** It could not even be written. */
    public void notWritten(Instant now) {
        attempts++;
        failed(MailProblem.NOT_WRITTEN, "", false, now);
    }

    static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private void end(MailState last) {
        state = last;
        dueAt = null;
    }

    /** By hand, to the address that the customer has by now; the words stay. What is on its way is tried at once. */
    public void again(Instant now) {
        if (state != MailState.QUEUED) {
            round++;
            state = MailState.QUEUED;
            sentAt = null;
            attempts = 0;
            firstTriedAt = null;
            problem = null;
            detail = null;
            dueAt = now;
        } else if (problem != null) {
            dueAt = now;
        }
    }

    /** The same for every attempt, so that who gets it twice can tell. */
    public String messageId(String domain) {
        return "<ringdesk." + id + '.' + round + '@' + domain + '>';
    }

    public long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    public OrderNumber orderNumber() {
        return orderNumber;
    }

    public long channelId() {
        return channelId;
    }

    public MailKind kind() {
        return kind;
    }

    public String reference() {
        return reference;
    }

    public MailState state() {
        return state;
    }

    public @Nullable BigDecimal amount() {
        return amount;
    }

    public String paidBy() {
        return Objects.requireNonNullElse(paidBy, "");
    }

    public String address() {
        return Objects.requireNonNull(address, "No address yet");
    }

    public String language() {
        return Objects.requireNonNull(language, "Not written yet");
    }

    public Written words() {
        return new Written(
                Objects.requireNonNull(subject, "Not written yet"),
                Objects.requireNonNull(plain, "Not written yet"),
                Objects.requireNonNull(html, "Not written yet"));
    }

    public MailView view() {
        return new MailView(
                id,
                orderNumber,
                kind,
                state,
                MailText.masked(address),
                Objects.requireNonNullElse(subject, ""),
                queuedAt,
                dueAt,
                sentAt,
                attempts,
                problem,
                Objects.requireNonNullElse(detail, ""));
    }
}
