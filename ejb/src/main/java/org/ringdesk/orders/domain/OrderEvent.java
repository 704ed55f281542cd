package org.ringdesk.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderEventKind;

/** Something that happened to an order; kept for good and never changed. */
@Entity
@Table(name = "order_event")
public class OrderEvent {
    private static final int TEXT = 120;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_event_id")
    @SequenceGenerator(name = "order_event_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private SalesOrder order;

    @Column(name = "order_version")
    private long orderVersion;

    private Instant at;
    private String who;

    @Enumerated(EnumType.STRING)
    private OrderEventKind kind;

    private @Nullable String subject;

    @Column(name = "old_value")
    private @Nullable String oldValue;

    @Column(name = "new_value")
    private @Nullable String newValue;

    private @Nullable String reason;

    /** Its place in the feed, given once it is committed, and not by this room's entities. */
    @Column(name = "feed_sequence", insertable = false, updatable = false)
    private @Nullable Long feedSequence;

    @SuppressWarnings("NullAway.Init")
    protected OrderEvent() {}

    OrderEvent(
            SalesOrder order,
            Stamp by,
            OrderEventKind kind,
            @Nullable String subject,
            @Nullable Object oldValue,
            @Nullable Object newValue) {
        this.order = order;
        this.orderVersion = order.version() + 1;
        this.at = by.at();
        this.who = by.who();
        this.kind = kind;
        this.subject = text(subject);
        this.oldValue = text(oldValue);
        this.newValue = text(newValue);
    }

    /** @param why as somebody gave it, or null */
    public OrderEvent because(@Nullable String why) {
        reason = why;
        return this;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return text.length() <= TEXT ? text : text.substring(0, TEXT);
    }

    public Instant at() {
        return at;
    }

    public String who() {
        return who;
    }

    public OrderEventKind kind() {
        return kind;
    }

    public String subject() {
        return subject == null ? "" : subject;
    }

    public String oldValue() {
        return oldValue == null ? "" : oldValue;
    }

    public String newValue() {
        return newValue == null ? "" : newValue;
    }
}
