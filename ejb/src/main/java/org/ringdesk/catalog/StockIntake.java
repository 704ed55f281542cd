package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.domain.Product;
import org.ringdesk.catalog.domain.ProductEntry;
import org.ringdesk.catalog.domain.ProductStock;
import org.ringdesk.catalog.store.Assortment;
import org.ringdesk.catalog.store.Warehouse;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.Intake;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.shared.intake.IntakeRow;
import org.ringdesk.shared.intake.RowResult;
import org.ringdesk.shared.intake.RowResult.Outcome;

/**
 * Takes in how many pieces of known products there are, those claimed by orders with them, and which are expected: days and pieces,
 * which take the place of all that were expected before.
 */
@Stateless
@LocalBean
@RolesAllowed({Role.ADMIN, Role.SYSTEM, Role.CATALOG_FEED})
public class StockIntake implements Intake {
    private static final List<IntakeField> FIELDS = List.of(
            IntakeField.required("product").asKey(),
            IntakeField.required("quantity"),
            IntakeField.optional("expected"));
    private static final Set<String> NOTHING = Set.of("-", "none", "nichts");

    @Inject
    private Assortment assortment;

    @Inject
    private Warehouse warehouse;

    private record Typed(
            @Nullable ProductNumber product,
            @Nullable Integer quantity,
            @Nullable String expected) {}

    @Override
    public List<IntakeField> fields() {
        return FIELDS;
    }

    @Override
    public List<RowResult> check(List<Map<String, String>> rows) {
        return take(rows, false);
    }

    @Override
    public List<RowResult> put(List<Map<String, String>> rows, String who) {
        List<RowResult> results = take(rows, true);
        assortment.flush();
        return results;
    }

    private List<RowResult> take(List<Map<String, String>> rows, boolean put) {
        List<IntakeRow> all = IntakeRow.all(rows);
        List<Typed> typed = all.stream()
                .map(row -> new Typed(
                        row.need("product", ProductEntry::number),
                        row.need("quantity", StockIntake::quantity),
                        row.read("expected", StockIntake::expected)))
                .toList();
        Map<ProductNumber, Product> products =
                assortment.products(typed.stream().map(Typed::product));
        Map<Long, ProductStock> stocks =
                warehouse.rows(products.values().stream().map(Product::id).toList(), put);
        List<RowResult> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            results.add(all.get(i).result(one(all.get(i), typed.get(i), products, stocks, put)));
        }
        return results;
    }

    private static Outcome one(
            IntakeRow row,
            Typed typed,
            Map<ProductNumber, Product> products,
            Map<Long, ProductStock> stocks,
            boolean put) {
        Product product = typed.product == null ? null : products.get(typed.product);
        if (typed.product != null && product == null) {
            row.refuse("product", new Refusal("intake.product.unknown", typed.product.value()));
        }
        if (product == null || typed.quantity == null) {
            return Outcome.BAD;
        }
        ProductStock stock = stocks.getOrDefault(product.id(), new ProductStock(product.id()));
        List<Receipt> expected = typed.expected == null ? stock.expected() : Receipt.readAll(typed.expected);
        boolean same = stock.onHand() == typed.quantity && stock.expected().equals(expected);
        if (put && !same) {
            stock.counted(typed.quantity);
            stock.expect(expected);
        }
        return same ? Outcome.SAME : Outcome.CHANGED;
    }

    private static String expected(String text) {
        return NOTHING.contains(text.toLowerCase(Locale.ROOT)) ? "" : Receipt.write(Receipt.readAll(text));
    }

    private static Integer quantity(String text) {
        if (!text.matches("\\d{1,8}")) {
            throw new Refusal("intake.quantity");
        }
        return Integer.valueOf(text);
    }
}
