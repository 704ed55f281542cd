package org.ringdesk.demo.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.demo.domain.Bargains;
import org.ringdesk.demo.domain.Company;

/** What prices depend on. */
final class PricingRows {
    private static final String PIECE = "PCS";

    private final Connection database;
    private final Sequences sequences;
    private final Known known;

    /** Ids by code or number, those of customers by their place in the company's list. */
    record Known(
            Map<String, Long> channels,
            Map<String, Long> categories,
            Map<String, Long> products,
            List<Long> customers) {}

    PricingRows(Connection database, Sequences sequences, Known known) {
        this.database = database;
        this.sequences = sequences;
        this.known = known;
    }

    void write(Company company) throws SQLException {
        Bargains bargains = company.bargains();
        business(company, bargains);
        catalogs(bargains);
        coupons(bargains, discounts(bargains));
        control(bargains);
    }

    private void business(Company company, Bargains bargains) throws SQLException {
        long group = sequences.id();
        try (Batch groups = new Batch(database, "price_group", "id, code, name, version")) {
            groups.add(group, Bargains.BUSINESS, "Business customers", 1L);
        }
        try (Batch members = new Batch(database, "price_group_customer", "customer_id, group_id")) {
            for (int i = 0; i < company.customers().size(); i++) {
                if (company.customers().get(i).company() != null) {
                    members.add(known.customers.get(i), group);
                }
            }
        }
        try (Batch agreements = new Batch(
                database,
                "trade_agreement",
                "id, group_id, product_id, unit, currency, from_quantity, valid_from, price, version")) {
            for (Bargains.Agreement a : bargains.agreements()) {
                agreements.add(
                        sequences.id(),
                        group,
                        known.products.get(a.product()),
                        PIECE,
                        a.price().currency().getCurrencyCode(),
                        a.fromQuantity(),
                        day(bargains.from()),
                        a.price(),
                        1L);
            }
        }
    }

    private void catalogs(Bargains bargains) throws SQLException {
        try (Batch catalogs = new Batch(
                        database, "sales_catalog", "id, channel_id, code, name, valid_from, valid_to, version");
                Batch prices =
                        new Batch(database, "catalog_price", "catalog_id, product_id, unit, from_quantity, price");
                Batch sources = new Batch(
                        database, "source_code", "channel_id, code, catalog_id, name, valid_from, valid_to, version")) {
            for (Bargains.Catalog c : bargains.catalogs()) {
                long id = sequences.id();
                Long channel = known.channels.get(c.channel());
                catalogs.add(id, channel, c.code(), c.name(), day(bargains.from()), day(bargains.to()), 1L);
                catalogs.flush();
                for (Bargains.Printed p : c.prices()) {
                    prices.add(id, known.products.get(p.product()), PIECE, 1, p.price());
                }
                sources.add(channel, c.code(), id, c.name(), day(bargains.from()), day(bargains.to()), 1L);
            }
        }
    }

    private Map<String, Long> discounts(Bargains bargains) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        try (Batch discounts = new Batch(
                database,
                "discount",
                "id, channel_id, code, name, kind, concurrency, by_coupon, valid_from, valid_to, most_sets, version")) {
            for (Bargains.Discount d : bargains.discounts()) {
                long id = sequences.id();
                ids.put(d.code(), id);
                discounts.add(
                        id,
                        known.channels.get(d.channel()),
                        d.code(),
                        d.name(),
                        d.kind(),
                        d.concurrency(),
                        d.byCoupon(),
                        day(bargains.from()),
                        day(bargains.to()),
                        1,
                        1L);
            }
        }
        try (Batch steps = new Batch(database, "discount_step", "discount_id, from_value, reduction, reduce_by");
                Batch scopes = new Batch(
                        database, "discount_scope", "id, discount_id, set_group, pieces, category_id, excluded")) {
            for (Bargains.Discount d : bargains.discounts()) {
                for (Bargains.Step s : d.steps()) {
                    steps.add(ids.get(d.code()), decimal(s.from()), s.reduction(), decimal(s.by()));
                }
                if (d.category() != null) {
                    scopes.add(sequences.id(), ids.get(d.code()), 0, 1, known.categories.get(d.category()), false);
                }
            }
        }
        return ids;
    }

    private void coupons(Bargains bargains, Map<String, Long> discounts) throws SQLException {
        try (Batch coupons = new Batch(
                database,
                "coupon",
                "id, channel_id, code, discount_id, exclusive, valid_from, valid_to, most_uses_by_customer, uses,"
                        + " version")) {
            for (Bargains.Coupon c : bargains.coupons()) {
                coupons.add(
                        sequences.id(),
                        known.channels.get(c.channel()),
                        c.code(),
                        discounts.get(c.discount()),
                        false,
                        day(bargains.from()),
                        day(bargains.to()),
                        c.mostByCustomer(),
                        0,
                        1L);
            }
        }
    }

    private void control(Bargains bargains) throws SQLException {
        try (Batch limits = new Batch(database, "override_limit", "role, percent, floor_percent, version")) {
            for (Bargains.Limit l : bargains.limits()) {
                limits.add(l.role(), decimal(l.percent()), decimal(l.floor()), 1L);
            }
        }
        try (Batch reasons = new Batch(database, "override_reason", "channel_id, position, code, label")) {
            int position = 0;
            for (Bargains.Reason r : bargains.reasons()) {
                reasons.add(known.channels.get(r.channel()), position++, r.code(), r.label());
            }
        }
        try (Batch margins = new Batch(database, "margin_rule", "channel_id, acceptable, questionable, version")) {
            for (Long channel : known.channels.values()) {
                margins.add(channel, decimal("30"), decimal("15"), 1L);
            }
        }
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
