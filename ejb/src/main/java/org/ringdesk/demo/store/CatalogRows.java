package org.ringdesk.demo.store;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.demo.domain.Company;
import org.ringdesk.demo.domain.Company.Category;
import org.ringdesk.demo.domain.Product;
import org.ringdesk.shared.SearchText;

/** Categories, products, prices and taxes. */
final class CatalogRows {
    private final Connection database;
    private final Sequences sequences;

    CatalogRows(Connection database, Sequences sequences) {
        this.database = database;
        this.sequences = sequences;
    }

    /** Ids of products by number, of categories by code. */
    record Ids(Map<String, Long> products, Map<String, Long> categories) {}

    Ids write(Company company, Map<String, Long> channels) throws SQLException {
        try (Batch taxes = new Batch(database, "tax_rate", "country, tax_class, percent")) {
            for (Company.TaxRate rate : company.taxes()) {
                taxes.add(rate.country(), rate.taxClass(), rate.percent());
            }
        }
        Map<String, Long> categories = categories(company.categories());
        Map<String, Long> products = products(company, categories);
        try (Batch prices = new Batch(database, "product_price", "product_id, channel_id, amount, cost")) {
            for (Product p : company.products()) {
                for (Product.Price price : p.prices()) {
                    prices.add(products.get(p.number()), channels.get(price.channel()), price.amount(), price.cost());
                }
            }
        }
        units(company.products(), products, channels);
        return new Ids(products, categories);
    }

    private void units(List<Product> all, Map<String, Long> products, Map<String, Long> channels) throws SQLException {
        try (Batch units = new Batch(database, "product_unit", "product_id, unit, pieces, active, version");
                Batch prices = new Batch(database, "product_unit_price", "product_id, unit, channel_id, amount")) {
            for (Product p : all) {
                for (Product.Unit unit : p.units()) {
                    units.add(products.get(p.number()), unit.measure(), unit.pieces(), true, 1L);
                }
            }
            units.flush();
            for (Product p : all) {
                for (Product.Unit unit : p.units()) {
                    for (Product.Price price : unit.prices()) {
                        prices.add(
                                products.get(p.number()),
                                unit.measure(),
                                channels.get(price.channel()),
                                price.amount());
                    }
                }
            }
        }
    }

    private Map<String, Long> categories(List<Category> all) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        try (Batch categories = new Batch(database, "product_category", "id, code, name_en, name_de")) {
            for (Category c : all) {
                long id = sequences.id();
                ids.put(c.code(), id);
                categories.add(id, c.code(), c.english(), c.german());
            }
        }
        return ids;
    }

    private static @Nullable LocalDate day(LocalDate today, @Nullable Integer days) {
        return days == null ? null : today.plusDays(days);
    }

    /** As an import writes it. */
    private static String expected(LocalDate today, Product.Selling selling) {
        LocalDate day = day(today, selling.expectedIn());
        return day == null ? "" : day + ":" + selling.expected();
    }

    private static String names(Product p) {
        return p.number() + ' ' + p.english() + ' ' + p.german();
    }

    private Map<String, Long> products(Company company, Map<String, Long> categories) throws SQLException {
        List<Product> all = company.products();
        LocalDate today = LocalDate.ofInstant(company.asOf(), ZoneOffset.UTC);
        Map<String, String> categoryNames = company.categories().stream()
                .collect(toMap(Category::code, c -> c.code() + ' ' + c.english() + ' ' + c.german()));
        Map<String, Long> ids = new HashMap<>();
        try (Batch products = new Batch(
                database,
                "product",
                "id, number, name_en, name_de, search_name, search_text, category_id, picture, barcode, tax_class, active,"
                        + " attributes, backorder, lead_days, sell_from, ship_alone, price_adjustable, returnable,"
                        + " version")) {
            for (Product p : all) {
                long id = sequences.id();
                ids.put(p.number(), id);
                products.add(
                        id,
                        p.number(),
                        p.english(),
                        p.german(),
                        SearchText.of(names(p)),
                        SearchText.of(names(p))
                                + ' '
                                + p.barcode()
                                + ' '
                                + SearchText.of(categoryNames.get(p.category())
                                        + ' '
                                        + p.selling().attributes()),
                        Objects.requireNonNull(categories.get(p.category()), p.category()),
                        p.picture(),
                        p.barcode(),
                        p.taxClass(),
                        true,
                        p.selling().attributes(),
                        p.selling().backorder(),
                        p.selling().leadDays(),
                        day(today, p.selling().soldIn()),
                        p.selling().shipAlone(),
                        p.selling().priceAdjustable(),
                        p.selling().returnable(),
                        1L);
            }
        }
        try (Batch stock = new Batch(database, "product_stock", "product_id, on_hand, reserved, expected, version")) {
            for (Product p : all) {
                stock.add(ids.get(p.number()), p.stock(), 0, expected(today, p.selling()), 1L);
            }
        }
        return ids;
    }
}
