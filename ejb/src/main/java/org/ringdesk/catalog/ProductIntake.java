package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.domain.Product;
import org.ringdesk.catalog.domain.ProductEntry;
import org.ringdesk.catalog.domain.ProductUnit;
import org.ringdesk.catalog.store.Assortment;
import org.ringdesk.shared.Refusal;
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
            IntakeField.optional("returnable"),
            IntakeField.optional("units"),
            IntakeField.optional("sales_unit"));

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
        boolean units = rows.stream().anyMatch(row -> row.containsKey("units") || row.containsKey("sales_unit"));
        ProductEntry.Known names = new ProductEntry.Known(
                assortment.categories(), assortment.taxClasses(), units ? assortment.measures() : Set.of());
        List<IntakeRow> typed = IntakeRow.all(rows);
        List<@Nullable ProductEntry> entries = new ArrayList<>();
        typed.forEach(row -> entries.add(ProductEntry.of(row, names)));
        Map<ProductNumber, Product> known =
                assortment.products(entries.stream().flatMap(Stream::ofNullable).map(ProductEntry::number));
        Map<ProductUnit.Key, ProductUnit> soldIn = units ? assortment.units(known.values()) : new HashMap<>();
        List<ProductEntry> good = new ArrayList<>();
        List<RowResult> results = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            ProductEntry entry = entries.get(i);
            Outcome outcome = Outcome.BAD;
            if (entry != null && fits(typed.get(i), entry, known.get(entry.number()), soldIn)) {
                outcome = outcome(entry, known.get(entry.number()), soldIn);
                good.add(entry);
                if (put) {
                    keep(entry, known);
                }
            }
            results.add(typed.get(i).result(outcome));
        }
        if (put) {
            keepUnits(good, known, soldIn);
        }
        return results;
    }

    /** A product has no second name for its base unit, and is sold in units that it has. */
    private static boolean fits(
            IntakeRow row, ProductEntry entry, @Nullable Product known, Map<ProductUnit.Key, ProductUnit> soldIn) {
        String base = known == null ? SalesUnit.PIECE : known.unit();
        if (entry.units().containsKey(base)) {
            row.refuse("units", new Refusal("product.unit.base", base));
        }
        String usual = entry.salesUnit();
        boolean there = usual == null
                || usual.equals(base)
                || entry.units().containsKey(usual)
                || known != null && soldIn.containsKey(new ProductUnit.Key(known.id(), usual));
        if (usual != null && !there) {
            row.refuse("sales_unit", new Refusal("intake.choice.unknown", usual));
        }
        return row.isGood();
    }

    private static Outcome outcome(
            ProductEntry entry, @Nullable Product known, Map<ProductUnit.Key, ProductUnit> soldIn) {
        if (known == null) {
            return Outcome.ADDED;
        }
        boolean sameUnits = entry.units().entrySet().stream().allMatch(e -> {
            ProductUnit unit = soldIn.get(new ProductUnit.Key(known.id(), e.getKey()));
            return unit != null && unit.isActive() && unit.pieces() == e.getValue();
        });
        return known.isAs(entry) && sameUnits ? Outcome.SAME : Outcome.CHANGED;
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

    /** When their products are there. */
    private void keepUnits(
            List<ProductEntry> good, Map<ProductNumber, Product> known, Map<ProductUnit.Key, ProductUnit> soldIn) {
        if (good.stream().allMatch(e -> e.units().isEmpty())) {
            return;
        }
        assortment.flush();
        for (ProductEntry entry : good) {
            long id = Objects.requireNonNull(known.get(entry.number())).id();
            entry.units().forEach((unit, pieces) -> soldIn.computeIfAbsent(new ProductUnit.Key(id, unit), this::added)
                    .revise(pieces, true));
        }
    }

    private ProductUnit added(ProductUnit.Key key) {
        ProductUnit unit = new ProductUnit(key);
        assortment.add(unit);
        return unit;
    }
}
