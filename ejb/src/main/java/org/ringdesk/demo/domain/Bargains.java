package org.ringdesk.demo.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/** What the company's prices depend on besides the list: agreed for business customers, printed in a catalog, taken off, limited. */
public record Bargains(
        List<Agreement> agreements,
        List<Catalog> catalogs,
        List<Discount> discounts,
        List<Coupon> coupons,
        List<Limit> limits,
        List<Reason> reasons,
        Instant from,
        Instant to) {
    /** Everybody who buys for a company. */
    public static final String BUSINESS = "BUSINESS";

    private static final BigDecimal OFF_IN_CATALOG = new BigDecimal("0.90");
    private static final BigDecimal OFF_FOR_BUSINESS = new BigDecimal("0.92");
    private static final int PACK = 10;

    /** @param currency of the price */
    public record Agreement(String product, int fromQuantity, Money price) {}

    public record Catalog(String channel, String code, String name, List<Printed> prices) {}

    public record Printed(String product, Money price) {}

    /** @param category that it is for, or null for everything */
    public record Discount(
            String channel,
            String code,
            String name,
            String kind,
            String concurrency,
            boolean byCoupon,
            @Nullable String category,
            List<Step> steps) {}

    public record Step(String from, String reduction, String by) {}

    public record Coupon(String channel, String code, String discount, int mostByCustomer) {}

    /** @param percent null: any */
    public record Limit(String role, @Nullable String percent, String floor) {}

    public record Reason(String channel, String code, String label) {}

    static Bargains of(List<Product> products, Instant now) {
        return new Bargains(
                products.stream()
                        .filter(p -> p.category().equals("TEXTILE"))
                        .flatMap(p -> p.prices().stream()
                                .map(price -> new Agreement(p.number(), PACK, less(price.amount(), OFF_FOR_BUSINESS))))
                        .toList(),
                List.of(
                        catalog("DE", "LICHT26", "Licht & Wärme 2026", products),
                        catalog("UK", "LIGHT26", "Light & Warmth 2026", products)),
                List.of(
                        pantry("DE", "VORRAT", "Mehr im Vorrat, mehr gespart"),
                        pantry("UK", "PANTRY", "Stock up and save"),
                        garden("DE", "GARTEN", "Gartenwochen"),
                        garden("UK", "GARDEN", "Garden weeks"),
                        welcome("DE", "NEUKUNDE", "Willkommen"),
                        welcome("UK", "NEWCOMER", "Welcome")),
                List.of(new Coupon("DE", "WILLKOMMEN", "NEUKUNDE", 1), new Coupon("UK", "WELCOME", "NEWCOMER", 1)),
                List.of(
                        new Limit("agent", "10", "110"),
                        new Limit("supervisor", "40", "100"),
                        new Limit("admin", null, "0")),
                Stream.of(
                                new Reason("DE", "DAMAGED", "Kleine Mängel"),
                                new Reason("DE", "MATCH", "Günstiger gesehen"),
                                new Reason("DE", "GOODWILL", "Kulanz"),
                                new Reason("UK", "DAMAGED", "Slightly damaged"),
                                new Reason("UK", "MATCH", "Seen cheaper"),
                                new Reason("UK", "GOODWILL", "Goodwill"))
                        .toList(),
                now.minus(Duration.ofDays(14)),
                now.plus(Duration.ofDays(180)));
    }

    private static Catalog catalog(String channel, String code, String name, List<Product> products) {
        return new Catalog(
                channel,
                code,
                name,
                products.stream()
                        .filter(p -> p.category().equals("LIGHT"))
                        .flatMap(
                                p -> p
                                        .price(channel)
                                        .map(price -> new Printed(p.number(), less(price, OFF_IN_CATALOG)))
                                        .stream())
                        .toList());
    }

    private static Money less(Money price, BigDecimal factor) {
        return price.times(factor).rounded();
    }

    private static Discount pantry(String channel, String code, String name) {
        return new Discount(
                channel,
                code,
                name,
                "QUANTITY",
                "BEST_PRICE",
                false,
                "FOOD",
                List.of(new Step("3", "PERCENT", "5"), new Step("6", "PERCENT", "10")));
    }

    private static Discount garden(String channel, String code, String name) {
        return new Discount(
                channel,
                code,
                name,
                "THRESHOLD",
                "COMPOUNDED",
                false,
                "GARDEN",
                List.of(new Step("100", "AMOUNT", "10"), new Step("200", "PERCENT", "15")));
    }

    private static Discount welcome(String channel, String code, String name) {
        return new Discount(
                channel, code, name, "SIMPLE", "COMPOUNDED", true, null, List.of(new Step("1", "PERCENT", "5")));
    }
}
