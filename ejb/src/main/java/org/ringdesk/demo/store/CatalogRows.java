package org.ringdesk.demo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<String, Long> products = products(company.products(), categories);
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

    private Map<String, Long> products(List<Product> all, Map<String, Long> categories) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        try (Batch products = new Batch(
                database,
                "product",
                "id, number, name_en, name_de, search_name, category_id, picture, barcode, tax_class, stock, active,"
                        + " version")) {
            for (Product p : all) {
                long id = sequences.id();
                ids.put(p.number(), id);
                products.add(
                        id,
                        p.number(),
                        p.english(),
                        p.german(),
                        SearchText.of(p.number() + ' ' + p.english() + ' ' + p.german()),
                        Objects.requireNonNull(categories.get(p.category()), p.category()),
                        p.picture(),
                        p.barcode(),
                        p.taxClass(),
                        p.stock(),
                        true,
                        1L);
            }
        }
        return ids;
    }
}
