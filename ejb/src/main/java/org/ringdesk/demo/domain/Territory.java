package org.ringdesk.demo.domain;

import java.util.Set;

/** Which channel a country's customers buy from. */
final class Territory {
    private static final Set<String> BRITISH = Set.of("GB", "IE");

    private Territory() {}

    static String channel(String country) {
        return BRITISH.contains(country) ? "UK" : "DE";
    }

    static String currency(String country) {
        return BRITISH.contains(country) ? "GBP" : "EUR";
    }
}
