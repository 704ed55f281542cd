package org.ringdesk.web.systems;

import java.util.Locale;
import java.util.function.Function;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderNumber;

/** Numbers in addresses: one that cannot be one names nothing. */
final class Numbers {
    private Numbers() {}

    static OrderNumber order(String text) {
        return read(text, OrderNumber::new);
    }

    static ProductNumber product(String text) {
        return read(text, ProductNumber::new);
    }

    static CustomerNumber customer(String text) {
        return read(text, CustomerNumber::new);
    }

    private static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Rejected(Trouble.NOT_FOUND);
        }
    }
}
