package org.ringdesk.customers;

import java.io.Serializable;

/** A customer's number, e.g. {@code C20001}. */
public record CustomerNumber(String value) implements Serializable {
    public CustomerNumber {
        if (!value.matches("C\\d{5,10}")) {
            throw new IllegalArgumentException("Not a customer number: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
