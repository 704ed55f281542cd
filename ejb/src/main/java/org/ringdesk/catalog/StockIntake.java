package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.domain.Product;
import org.ringdesk.catalog.domain.ProductEntry;
import org.ringdesk.catalog.store.Assortment;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.Intake;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.shared.intake.IntakeRow;
import org.ringdesk.shared.intake.RowResult;
import org.ringdesk.shared.intake.RowResult.Outcome;

/** Takes in how many pieces of known products there are. */
@Stateless
@LocalBean
@RolesAllowed({Role.ADMIN, Role.SYSTEM, Role.CATALOG_FEED})
public class StockIntake implements Intake {
    private static final List<IntakeField> FIELDS =
            List.of(IntakeField.required("product").asKey(), IntakeField.required("quantity"));

    @Inject
    private Assortment assortment;

    private record Typed(
            @Nullable ProductNumber product, @Nullable Integer quantity) {}

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
                        row.need("product", ProductEntry::number), row.need("quantity", StockIntake::quantity)))
                .toList();
        Map<ProductNumber, Product> products =
                assortment.products(typed.stream().map(Typed::product));
        List<RowResult> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            results.add(all.get(i).result(one(all.get(i), typed.get(i), products, put)));
        }
        return results;
    }

    private static Outcome one(IntakeRow row, Typed typed, Map<ProductNumber, Product> products, boolean put) {
        Product product = typed.product == null ? null : products.get(typed.product);
        if (typed.product != null && product == null) {
            row.refuse("product", new Refusal("intake.product.unknown", typed.product.value()));
        }
        if (product == null || typed.quantity == null) {
            return Outcome.BAD;
        }
        boolean same = product.stock() == typed.quantity;
        if (put) {
            product.stock(typed.quantity);
        }
        return same ? Outcome.SAME : Outcome.CHANGED;
    }

    private static Integer quantity(String text) {
        if (!text.matches("\\d{1,8}")) {
            throw new Refusal("intake.quantity");
        }
        return Integer.valueOf(text);
    }
}
