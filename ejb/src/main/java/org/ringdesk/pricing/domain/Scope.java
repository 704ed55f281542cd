package org.ringdesk.pricing.domain;

import java.util.Set;
import org.ringdesk.pricing.Basket;

/** Which products a rule is about: those named and those of the categories named, all if none is named, less those excluded. */
public record Scope(Set<Long> products, Set<String> categories, Set<Long> excluded) {
    public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of());

    public Scope {
        products = Set.copyOf(products);
        categories = Set.copyOf(categories);
        excluded = Set.copyOf(excluded);
    }

    boolean covers(Basket.Item item) {
        boolean named = products.isEmpty() && categories.isEmpty()
                || products.contains(item.product())
                || categories.contains(item.category());
        return named && !excluded.contains(item.product());
    }
}
