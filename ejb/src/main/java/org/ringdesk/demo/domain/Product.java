package org.ringdesk.demo.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/** A product; it is sold in the channels that have a price for it. */
public record Product(
        String number,
        String category,
        String english,
        String german,
        String picture,
        String barcode,
        String taxClass,
        int stock,
        List<Price> prices,
        Selling selling,
        List<Unit> units) {

    /**
     * How it is sold.
     *
     * @param attributes as an import writes them
     * @param expectedIn in how many days so many more come, or null
     * @param soldIn from how many days on it is sold, or null
     */
    public record Selling(
            String attributes,
            @Nullable Integer expectedIn,
            int expected,
            boolean backorder,
            @Nullable Integer leadDays,
            @Nullable Integer soldIn,
            boolean shipAlone,
            boolean priceAdjustable,
            boolean returnable) {}

    /** Sold together, too. @param prices where that costs something else than one by one */
    public record Unit(String measure, int pieces, List<Price> prices) {}

    public record Price(String channel, Money amount) {
        private static final BigDecimal OF_THE_PRICE = new BigDecimal("0.46");

        /** What one costs us, without tax. */
        public Money cost() {
            return amount.times(OF_THE_PRICE).rounded();
        }
    }

    public String name(String language) {
        return language.equals("de") ? german : english;
    }

    Optional<Money> price(String channel) {
        return prices.stream()
                .filter(p -> p.channel().equals(channel))
                .map(Price::amount)
                .findFirst();
    }
}
