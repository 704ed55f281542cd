package org.ringdesk.catalog.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.Attributes;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.shared.Barcodes;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.intake.IntakeRow;

/** What comes in of a product, read and found good; what is null, or not among the units, was not said and stays as it is. */
public record ProductEntry(
        ProductNumber number,
        String nameEn,
        String nameDe,
        Category category,
        @Nullable String barcode,
        @Nullable String taxClass,
        @Nullable String picture,
        @Nullable Boolean active,
        @Nullable Attributes attributes,
        RulesEntry rules,
        Map<String, Integer> units,
        @Nullable String salesUnit) {
    private static final int NAME = 120;
    private static final Pattern UNIT = Pattern.compile("(\\S+?)\\s*=\\s*(\\d{1,4})");

    public ProductEntry {
        units = Map.copyOf(units);
    }

    /** What names are known. */
    public record Known(Map<String, Category> categories, Set<String> taxClasses, Set<String> measures) {}

    /** @return null when something is wrong, which the row knows then */
    public static @Nullable ProductEntry of(IntakeRow row, Known names) {
        Map<String, Category> categories = names.categories;
        ProductNumber number = row.need("number", ProductEntry::number);
        String nameEn = row.need("name_en", IntakeRow.line(NAME));
        String nameDe = row.need("name_de", IntakeRow.line(NAME));
        String category = row.need("category", oneOf(categories.keySet(), text -> text));
        String barcode = row.read("barcode", ProductEntry::barcode);
        String taxClass = row.read("tax_class", oneOf(names.taxClasses, text -> text.toUpperCase(Locale.ROOT)));
        String picture = row.read("picture", ProductEntry::picture);
        Boolean active = row.read("active", RulesEntry::yesOrNo);
        Attributes attributes = row.read("attributes", ProductEntry::attributes);
        RulesEntry rules = RulesEntry.of(row);
        Map<String, Integer> units = row.read("units", text -> units(text, names.measures));
        String salesUnit = row.read("sales_unit", oneOf(names.measures, text -> text));
        if (!row.isGood() || number == null || nameEn == null || nameDe == null || category == null) {
            return null;
        }
        Category known = Objects.requireNonNull(categories.get(category));
        return new ProductEntry(
                number,
                nameEn,
                nameDe,
                known,
                barcode,
                taxClass,
                picture,
                active,
                attributes,
                rules,
                units == null ? Map.of() : units,
                salesUnit);
    }

    /** In capitals, however it was written. */
    public static ProductNumber number(String text) {
        CardNumbers.keepOut(text);
        try {
            return new ProductNumber(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal("intake.product.number");
        }
    }

    private static Function<String, String> oneOf(Set<String> known, Function<String, String> form) {
        return text -> {
            String value = form.apply(IntakeRow.line(60).apply(text));
            return known.stream()
                    .filter(k -> k.equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("intake.choice.unknown", value));
        };
    }

    /** E.g. {@code BOX=12, PALLET=480}. @throws Refusal {@code intake.units} */
    private static Map<String, Integer> units(String text, Set<String> measures) {
        Map<String, Integer> units = new TreeMap<>();
        for (String part : text.split("[,;]")) {
            Matcher m = UNIT.matcher(part.strip());
            String unit = m.matches() ? m.group(1).toUpperCase(Locale.ROOT) : "";
            int pieces = m.matches() ? Integer.parseInt(m.group(2)) : 0;
            if (!measures.contains(unit) || pieces < 1 || units.put(unit, pieces) != null) {
                throw new Refusal("intake.units");
            }
        }
        return units;
    }

    private static String barcode(String text) {
        if (!Barcodes.isGtin(text)) {
            throw new Refusal("intake.barcode");
        }
        return text;
    }

    private static Attributes attributes(String text) {
        CardNumbers.keepOut(text);
        return Attributes.read(text);
    }

    private static String picture(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,50}\\.(svg|png|jpg|jpeg|webp)") || CardNumbers.isIn(text)) {
            throw new Refusal("intake.picture");
        }
        return text;
    }
}
