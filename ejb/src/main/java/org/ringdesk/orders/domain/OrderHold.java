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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.HoldCode;
import org.ringdesk.orders.HoldView;

/** That an order is held until somebody clears it; an order may be held for several reasons at once. */
@Entity
@Table(name = "order_hold")
public class OrderHold {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_hold_id")
    @SequenceGenerator(name = "order_hold_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private SalesOrder order;

    private String code;
    private String label;
    private @Nullable String reason;

    @Column(name = "held_at")
    private Instant heldAt;

    @Column(name = "held_by")
    private String heldBy;

    @Column(name = "cleared_at")
    private @Nullable Instant clearedAt;

    @Column(name = "cleared_by")
    private @Nullable String clearedBy;

    @Column(name = "releases_stock")
    private boolean releasesStock;

    @Column(name = "clear_reason")
    private @Nullable String clearReason;

    /** When it is over by itself. */
    @Column(name = "lapses_at")
    private @Nullable Instant lapsesAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected OrderHold() {}

    public OrderHold(SalesOrder order, Stamp by, HoldCode code, @Nullable String reason) {
        this.order = order;
        this.code = code.code();
        this.label = code.label();
        this.releasesStock = code.releasesStock();
        this.reason = reason;
        this.heldAt = by.at();
        this.heldBy = by.who();
    }

    /** @param lapses when it is over by itself */
    public OrderHold(SalesOrder order, Stamp by, HoldCode code, @Nullable String reason, @Nullable Instant lapses) {
        this(order, by, code, reason);
        this.lapsesAt = lapses;
    }

    /** Whether it is over by now and nobody cleared it. */
    public boolean hasLapsed(Instant now) {
        return isOpen() && lapsesAt != null && !lapsesAt.isAfter(now);
    }

    public void clear(Stamp by, @Nullable String why) {
        clearedAt = by.at();
        clearedBy = by.who();
        clearReason = why;
    }

    public boolean isOpen() {
        return clearedAt == null;
    }

    /** Others may have the order's goods meanwhile. */
    public boolean releasesStock() {
        return releasesStock;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** @param names of people by login */
    public HoldView view(boolean mayClear, UnaryOperator<String> names) {
        return new HoldView(
                id,
                label,
                reason,
                heldAt,
                names.apply(heldBy),
                clearedAt,
                clearedBy == null ? null : names.apply(clearedBy),
                clearReason,
                lapsesAt,
                mayClear);
    }
}
