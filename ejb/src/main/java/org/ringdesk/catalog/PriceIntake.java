package org.ringdesk.catalog;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.catalog.domain.ListPrice;
import org.ringdesk.catalog.domain.Product;
import org.ringdesk.catalog.domain.ProductEntry;
import org.ringdesk.catalog.domain.ProductUnit;
import org.ringdesk.catalog.domain.UnitPrice;
import org.ringdesk.catalog.store.Assortment;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.Intake;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.shared.intake.IntakeRow;
import org.ringdesk.shared.intake.RowResult;
import org.ringdesk.shared.intake.RowResult.Outcome;

/**
 * Takes in list prices of known products by channel, in the channel's currency; with a unit those of one unit, else of one base unit.
 * Lines of orders keep the price they have.
 */
@Stateless
@LocalBean
@RolesAllowed({Role.ADMIN, Role.SYSTEM, Role.CATALOG_FEED})
public class PriceIntake implements Intake {
    private static final List<IntakeField> FIELDS = List.of(
            IntakeField.required("product").asKey(),
            IntakeField.required("channel").asKey(),
            IntakeField.optional("unit").asKey(),
            IntakeField.required("amount"));

    @Inject
    private Assortment assortment;

    @Inject
    private Channels channels;

    private record Typed(
            @Nullable ProductNumber product,
            @Nullable ChannelView channel,
            @Nullable String unit,
            @Nullable BigDecimal amount) {}

    /** What is there already. */
    private record Shelf(
            Map<ProductNumber, Product> products,
            Map<ListPrice.Key, ListPrice> prices,
            Map<ProductUnit.Key, ProductUnit> units,
            Map<UnitPrice.Key, UnitPrice> unitPrices) {}

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
        Map<String, ChannelView> byCode =
                channels.all().stream().collect(toMap(c -> c.code().value(), c -> c));
        List<IntakeRow> all = IntakeRow.all(rows);
        List<Typed> typed = all.stream().map(row -> read(row, byCode)).toList();
        Map<ProductNumber, Product> products =
                assortment.products(typed.stream().map(Typed::product));
        boolean units = typed.stream().anyMatch(t -> t.unit != null);
        Shelf shelf = new Shelf(
                products,
                assortment.prices(products.values()),
                units ? assortment.units(products.values()) : Map.of(),
                units ? assortment.unitPrices(products.values()) : new HashMap<>());
        List<RowResult> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            results.add(all.get(i).result(one(all.get(i), typed.get(i), shelf, put)));
        }
        return results;
    }

    private static Typed read(IntakeRow row, Map<String, ChannelView> channels) {
        ProductNumber product = row.need("product", ProductEntry::number);
        String code = row.need("channel", text -> known(text, channels));
        String unit = row.read("unit", text -> IntakeRow.line(8).apply(text).toUpperCase(Locale.ROOT));
        return new Typed(
                product, code == null ? null : channels.get(code), unit, row.need("amount", ListPrice::amount));
    }

    private static String known(String text, Map<String, ChannelView> channels) {
        String code = IntakeRow.line(8).apply(text).toUpperCase(Locale.ROOT);
        if (!channels.containsKey(code)) {
            throw new Refusal("channel.unknown", code);
        }
        return code;
    }

    private Outcome one(IntakeRow row, Typed typed, Shelf shelf, boolean put) {
        Product product = typed.product == null ? null : shelf.products.get(typed.product);
        if (typed.product != null && product == null) {
            row.refuse("product", new Refusal("intake.product.unknown", typed.product.value()));
        }
        String unit = product == null || typed.unit == null || typed.unit.equals(product.unit()) ? null : typed.unit;
        if (product != null && unit != null && !shelf.units.containsKey(new ProductUnit.Key(product.id(), unit))) {
            row.refuse("unit", new Refusal("intake.choice.unknown", unit));
        }
        if (!row.isGood() || product == null || typed.channel == null || typed.amount == null) {
            return Outcome.BAD;
        }
        long channel = typed.channel.id();
        return unit == null
                ? price(new ListPrice.Key(product.id(), channel), typed.amount, shelf.prices, put)
                : unitPrice(new UnitPrice.Key(product.id(), unit, channel), typed.amount, shelf.unitPrices, put);
    }

    private Outcome price(ListPrice.Key key, BigDecimal amount, Map<ListPrice.Key, ListPrice> prices, boolean put) {
        ListPrice price = prices.get(key);
        if (price == null) {
            if (put) {
                ListPrice added = new ListPrice(key, amount);
                assortment.add(added);
                prices.put(key, added);
            }
            return Outcome.ADDED;
        }
        boolean same = price.amount().compareTo(amount) == 0;
        if (put && !same) {
            price.becomes(amount);
        }
        return same ? Outcome.SAME : Outcome.CHANGED;
    }

    private Outcome unitPrice(UnitPrice.Key key, BigDecimal amount, Map<UnitPrice.Key, UnitPrice> prices, boolean put) {
        UnitPrice price = prices.get(key);
        if (price == null) {
            if (put) {
                UnitPrice added = new UnitPrice(key, amount);
                assortment.add(added);
                prices.put(key, added);
            }
            return Outcome.ADDED;
        }
        boolean same = price.amount().compareTo(amount) == 0;
        if (put && !same) {
            price.becomes(amount);
        }
        return same ? Outcome.SAME : Outcome.CHANGED;
    }
}
