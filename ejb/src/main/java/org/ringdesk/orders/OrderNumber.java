package org.ringdesk.orders;

import java.io.Serializable;

/** An order's number, e.g. {@code DE00010001}: the channel's prefix and eight digits. A draft has it from its first line on. */
public record OrderNumber(String value) implements Serializable {
    public OrderNumber {
        if (!value.matches("[A-Z]{2}\\d{8}")) {
            throw new IllegalArgumentException("Not an order number: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
