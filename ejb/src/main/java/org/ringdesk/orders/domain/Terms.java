package org.ringdesk.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.DeliveryMode;
import org.ringdesk.orders.DeliveryTerms;
import org.ringdesk.orders.ShipTo;
import org.ringdesk.shared.Refusal;

/** How and when goods are wanted, as kept. */
@Embeddable
public class Terms {
    @Column(name = "delivery_mode")
    private @Nullable String mode;

    @Column(name = "ship_street")
    private @Nullable String street;

    @Column(name = "ship_postal_code")
    private @Nullable String postalCode;

    @Column(name = "ship_city")
    private @Nullable String city;

    @Column(name = "ship_country")
    private @Nullable String country;

    @Column(name = "requested_on")
    private @Nullable LocalDate requestedOn;

    private @Nullable Boolean expedite;

    @Column(name = "ship_complete")
    private @Nullable Boolean shipComplete;

    protected Terms() {}

    static Terms of(DeliveryTerms said) {
        Terms terms = new Terms();
        terms.mode = said.mode();
        terms.requestedOn = said.requestedOn();
        terms.expedite = said.expedite();
        terms.shipComplete = said.shipComplete();
        ShipTo to = said.shipTo();
        if (to != null) {
            terms.street = to.street();
            terms.postalCode = to.postalCode();
            terms.city = to.city();
            terms.country = to.country();
        }
        return terms;
    }

    /** Nothing said where nothing is kept. */
    static DeliveryTerms read(@Nullable Terms kept) {
        return kept == null
                ? DeliveryTerms.NONE
                : new DeliveryTerms(kept.mode, kept.shipTo(), kept.requestedOn, kept.expedite, kept.shipComplete);
    }

    /** @throws Refusal {@code order.ship-to.missing} where something is to be sent and nobody knows where to */
    public static void mustBeKnown(SalesOrder order, ChannelView channel) {
        for (OrderLine line : order.lines()) {
            DeliveryTerms wanted = line.terms().over(order.deal().terms());
            if (wanted.shipTo() == null
                    && channel.deliveryMode(wanted.mode())
                            .filter(DeliveryMode::needsAddress)
                            .isPresent()) {
                throw new Refusal("order.ship-to.missing");
            }
        }
    }

    private @Nullable ShipTo shipTo() {
        return street == null || postalCode == null || city == null || country == null
                ? null
                : new ShipTo(street, postalCode, city, country);
    }
}
