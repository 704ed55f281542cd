package org.ringdesk.catalog.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.Attributes;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.shared.Barcodes;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.intake.IntakeRow;

/** What comes in of a product, read and found good; what is null was not said and stays as it is. */
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
        RulesEntry rules) {
    private static final int NAME = 120;

    /** @return null when something is wrong, which the row knows then */
    public static @Nullable ProductEntry of(IntakeRow row, Map<String, Category> categories, Set<String> taxClasses) {
        ProductNumber number = row.need("number", ProductEntry::number);
        String nameEn = row.need("name_en", IntakeRow.line(NAME));
        String nameDe = row.need("name_de", IntakeRow.line(NAME));
        String category = row.need("category", oneOf(categories.keySet(), text -> text));
        String barcode = row.read("barcode", ProductEntry::barcode);
        String taxClass = row.read("tax_class", oneOf(taxClasses, text -> text.toUpperCase(Locale.ROOT)));
        String picture = row.read("picture", ProductEntry::picture);
        Boolean active = row.read("active", RulesEntry::yesOrNo);
        Attributes attributes = row.read("attributes", ProductEntry::attributes);
        RulesEntry rules = RulesEntry.of(row);
        if (!row.isGood() || number == null || nameEn == null || nameDe == null || category == null) {
            return null;
        }
        Category known = Objects.requireNonNull(categories.get(category));
        return new ProductEntry(number, nameEn, nameDe, known, barcode, taxClass, picture, active, attributes, rules);
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
