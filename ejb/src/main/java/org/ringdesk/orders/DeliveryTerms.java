package org.ringdesk.orders;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How and when goods are wanted: of an order, or of a line as far as it differs. What is null is not said: by a line, as the order
 * says; by the order, no wish.
 *
 * @param mode code of one of the channel's modes of delivery
 * @param requestedOn the day in the channel's zone on which the customer wants them
 * @param expedite to be worked on before others
 * @param shipComplete nothing is sent before all of it is there
 */
public record DeliveryTerms(
        @Nullable String mode,
        @Nullable ShipTo shipTo,
        @Nullable LocalDate requestedOn,
        @Nullable Boolean expedite,
        @Nullable Boolean shipComplete)
        implements Serializable {
    public static final DeliveryTerms NONE = new DeliveryTerms(null, null, null, null, null);

    /** These, and where they say nothing, the others. */
    public DeliveryTerms over(DeliveryTerms others) {
        return new DeliveryTerms(
                mode == null ? others.mode : mode,
                shipTo == null ? others.shipTo : shipTo,
                requestedOn == null ? others.requestedOn : requestedOn,
                expedite == null ? others.expedite : expedite,
                shipComplete == null ? others.shipComplete : shipComplete);
    }

    /** As an order has them: what is not wanted is not said. */
    DeliveryTerms withoutDenials() {
        return new DeliveryTerms(
                mode, shipTo, requestedOn, isExpedited() ? true : null, isShippedComplete() ? true : null);
    }

    /** Nothing is said. */
    public boolean isSilent() {
        return equals(NONE);
    }

    public boolean isExpedited() {
        return Boolean.TRUE.equals(expedite);
    }

    public boolean isShippedComplete() {
        return Boolean.TRUE.equals(shipComplete);
    }
}
