package org.ringdesk.orders.domain;

import org.ringdesk.shared.Refusal;

/** How many of a product in the line's unit, whole ones; 1 to 9999. */
public record Quantity(int value) {
    public static final int MOST = 9999;

    /** @throws Refusal {@code order.quantity.range} */
    public Quantity {
        if (value < 1 || value > MOST) {
            throw new Refusal("order.quantity.range", 1, MOST);
        }
    }

    Quantity plus(Quantity more) {
        return new Quantity(value + more.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
