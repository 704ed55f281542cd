package org.ringdesk.catalog;

import java.io.Serializable;

/** A product's number, e.g. {@code MUG-012}: capitals, digits and hyphens. */
public record ProductNumber(String value) implements Serializable {
    public ProductNumber {
        if (!value.matches("[A-Z0-9][A-Z0-9-]{1,19}")) {
            throw new IllegalArgumentException("Not a product number: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
