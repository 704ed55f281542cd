package org.ringdesk.orders.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.ShipmentView;
import org.ringdesk.orders.Shipped;

/** A parcel that left. */
@Entity
@Table(name = "shipment")
public class Shipment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shipment_id")
    @SequenceGenerator(name = "shipment_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private SalesOrder order;

    private String reference;
    private @Nullable String carrier;
    private @Nullable String tracking;
    private Instant at;
    private String who;

    @ElementCollection
    @CollectionTable(name = "shipment_line", joinColumns = @JoinColumn(name = "shipment_id"))
    @MapKeyColumn(name = "line_position")
    @Column(name = "pieces")
    private Map<Integer, Integer> pieces = new HashMap<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Shipment() {}

    public Shipment(SalesOrder order, Stamp by, Shipped shipped) {
        this.order = order;
        this.reference = shipped.reference();
        this.carrier = shipped.carrier();
        this.tracking = shipped.tracking();
        this.at = by.at();
        this.who = by.who();
        this.pieces = new HashMap<>(shipped.pieces());
    }

    public ShipmentView view() {
        return new ShipmentView(reference, carrier, tracking, at, Map.copyOf(pieces));
    }
}
