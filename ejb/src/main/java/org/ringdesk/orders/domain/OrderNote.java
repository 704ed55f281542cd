package org.ringdesk.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Refusal;

/** What somebody wrote about an order or one of its lines; taken away, but never changed. */
@Entity
@Table(name = "order_note")
public class OrderNote {
    private static final int LONGEST = 500;
    private static final int IN_EVENT = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_note_id")
    @SequenceGenerator(name = "order_note_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private SalesOrder order;

    @Column(name = "line_position")
    private @Nullable Integer position;

    private String text;
    private boolean internal;
    private boolean printed;
    private Instant at;
    private String who;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected OrderNote() {}

    /** @throws Refusal {@code order.note.missing}, {@code order.note.long}, {@code order.line.unknown}, {@code payment.card.number} */
    public OrderNote(
            SalesOrder order, Stamp by, @Nullable Integer position, String text, boolean internal, boolean printed) {
        CardNumbers.keepOut(text);
        if (text.isBlank()) {
            throw new Refusal("order.note.missing");
        }
        if (text.strip().length() > LONGEST) {
            throw new Refusal("order.note.long", LONGEST);
        }
        if (position != null) {
            order.line(position);
        }
        this.order = order;
        this.position = position;
        this.text = text.strip();
        this.internal = internal;
        this.printed = printed;
        this.at = by.at();
        this.who = by.who();
    }

    public SalesOrder order() {
        return order;
    }

    public boolean isOf(SalesOrder one) {
        return order.id() == one.id();
    }

    public OrderEvent written(Stamp by) {
        return order.happened(by, OrderEventKind.NOTE_ADDED, order.number().value(), null, beginning());
    }

    public OrderEvent struckOut(Stamp by) {
        return order.happened(by, OrderEventKind.NOTE_REMOVED, order.number().value(), beginning(), null);
    }

    /** Enough of it to know it by. */
    private String beginning() {
        return text.length() <= IN_EVENT ? text : text.substring(0, IN_EVENT) + '…';
    }
}
