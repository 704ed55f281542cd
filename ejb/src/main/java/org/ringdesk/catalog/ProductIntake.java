package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.domain.Category;
import org.ringdesk.catalog.domain.Product;
import org.ringdesk.catalog.domain.ProductEntry;
import org.ringdesk.catalog.store.Assortment;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.Intake;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.shared.intake.IntakeField.Content;
import org.ringdesk.shared.intake.IntakeRow;
import org.ringdesk.shared.intake.RowResult;
import org.ringdesk.shared.intake.RowResult.Outcome;

/** Takes in products by their numbers. New ones have no stock and no price, so that nobody sells them too early. */
@Stateless
@LocalBean
@RolesAllowed({Role.ADMIN, Role.SYSTEM, Role.CATALOG_FEED})
public class ProductIntake implements Intake {
    private static final List<IntakeField> FIELDS = List.of(
            IntakeField.required("number").asKey(),
            IntakeField.required("name_en"),
            IntakeField.required("name_de"),
            IntakeField.required("category"),
            IntakeField.optional("barcode").with(Content.BARCODE),
            IntakeField.optional("tax_class"),
            IntakeField.optional("picture"),
            IntakeField.optional("active"),
            IntakeField.optional("attributes"),
            IntakeField.optional("backorder"),
            IntakeField.optional("lead_days"),
            IntakeField.optional("sell_from"),
            IntakeField.optional("sell_to"),
            IntakeField.optional("ship_alone"),
            IntakeField.optional("price_adjustable"),
            IntakeField.optional("returnable"));

    @Inject
    private Assortment assortment;

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
        Map<String, Category> categories = assortment.categories();
        Set<String> taxClasses = assortment.taxClasses();
        List<IntakeRow> typed = IntakeRow.all(rows);
        List<@Nullable ProductEntry> entries = new ArrayList<>();
        typed.forEach(row -> entries.add(ProductEntry.of(row, categories, taxClasses)));
        Map<ProductNumber, Product> known =
                assortment.products(entries.stream().flatMap(Stream::ofNullable).map(ProductEntry::number));
        List<RowResult> results = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            ProductEntry entry = entries.get(i);
            Outcome outcome = entry == null ? Outcome.BAD : outcome(entry, known.get(entry.number()));
            if (put && entry != null) {
                keep(entry, known);
            }
            results.add(typed.get(i).result(outcome));
        }
        return results;
    }

    private static Outcome outcome(ProductEntry entry, @Nullable Product known) {
        if (known == null) {
            return Outcome.ADDED;
        }
        return known.isAs(entry) ? Outcome.SAME : Outcome.CHANGED;
    }

    private void keep(ProductEntry entry, Map<ProductNumber, Product> known) {
        Product product = known.get(entry.number());
        if (product == null) {
            product = new Product(entry);
            assortment.add(product);
            known.put(entry.number(), product);
        } else {
            product.revise(entry);
        }
    }
}
