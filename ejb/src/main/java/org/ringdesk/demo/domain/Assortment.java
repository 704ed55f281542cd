package org.ringdesk.demo.domain;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.demo.domain.Product.Price;
import org.ringdesk.shared.Money;

/** The products: every family of the list in each of its colours. */
final class Assortment {
    private static final int FIRST_BARCODE = 4_711_000;

    private static final List<String> SIZES = List.of("S", "M", "L", "XL");

    private static final Map<String, Shortage> SHORTAGES = Map.of(
            "KTE-001", new Shortage(2, true, 7, 60, null),
            "KTE-002", new Shortage(0, true, 9, 40, null),
            "KTE-003", new Shortage(3, false, 8, 50, null),
            "KTE-004", new Shortage(0, false, null, 0, null),
            "THM-004", new Shortage(4, true, 7, 80, null),
            "CLK-005", new Shortage(1, true, null, 0, null),
            "NBK-008", new Shortage(120, true, null, 0, 30));

    private final Dice dice;
    private final Map<String, List<String>> colours =
            Sheet.rows("colours.csv").stream().collect(toMap(row -> row.get(0), row -> row));
    private final List<List<String>> units = Sheet.rows("units.csv");
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Product> products = new ArrayList<>();

    Assortment(Dice dice) {
        this.dice = dice;
    }

    static List<Company.Category> categories() {
        return Sheet.rows("categories.csv").stream()
                .map(row -> new Company.Category(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    List<Product> products() {
        for (List<String> family : Sheet.rows("products.csv")) {
            for (String colour : family.get(8).split(" ")) {
                products.add(product(family, colour));
            }
        }
        return List.copyOf(products);
    }

    private Product product(List<String> family, String colour) {
        String prefix = family.get(1);
        boolean unnamed = colour.startsWith("=");
        List<String> tone = Objects.requireNonNull(colours.get(unnamed ? colour.substring(1) : colour), colour);
        String number = "%s-%03d".formatted(prefix, counts.merge(prefix, 1, Integer::sum));
        Shortage shortage = SHORTAGES.getOrDefault(number, Shortage.NONE);
        int stock = stock();
        return new Product(
                number,
                family.get(0),
                unnamed ? family.get(3) : family.get(3) + ", " + tone.get(1),
                unnamed ? family.get(4) : family.get(4) + ", " + tone.get(2),
                family.get(2) + '-' + tone.get(0) + ".svg",
                Barcode.of(FIRST_BARCODE + 37 * products.size()),
                family.get(5),
                shortage.stock() == null ? stock : shortage.stock(),
                prices(family.get(6), family.get(7)),
                selling(family.get(0), attributes(family.get(0), unnamed ? null : tone), shortage),
                units(number));
    }

    private List<Product.Unit> units(String number) {
        return units.stream()
                .filter(row -> row.get(0).equals(number))
                .map(row -> new Product.Unit(row.get(1), Integer.parseInt(row.get(2)), prices(row.get(3), row.get(4))))
                .toList();
    }

    /** What has its price bound by law, comes in a parcel of its own, or is not taken back. */
    private static Product.Selling selling(String category, String attributes, Shortage shortage) {
        return new Product.Selling(
                attributes,
                shortage.expectedIn(),
                shortage.expected(),
                shortage.backorder(),
                shortage.backorder() ? category.equals("FURNITURE") ? 14 : 5 : null,
                shortage.soldIn(),
                category.equals("FURNITURE"),
                !category.equals("BOOKS"),
                !category.equals("FOOD"));
    }

    private String attributes(String category, @Nullable List<String> tone) {
        String colour = tone == null ? "" : "colour|Farbe=" + tone.get(1) + '|' + tone.get(2);
        String size = "size|Größe=" + SIZES.get(products.size() % SIZES.size());
        return category.equals("CLOTHING") ? colour.isEmpty() ? size : colour + ';' + size : colour;
    }

    /**
     * Products that are short, so that it can be seen what comes of it.
     *
     * @param stock instead of what the dice say
     * @param expectedIn in so many days goods come, or null
     * @param soldIn it is sold from so many days on, or null
     */
    private record Shortage(
            @Nullable Integer stock,
            boolean backorder,
            @Nullable Integer expectedIn,
            int expected,
            @Nullable Integer soldIn) {
        static final Shortage NONE = new Shortage(null, true, null, 0, null);
    }

    private static List<Price> prices(String euro, String pounds) {
        return Stream.of(new String[] {"DE", euro, "EUR"}, new String[] {"UK", pounds, "GBP"})
                .filter(cell -> !cell[1].equals("-"))
                .map(cell -> new Price(cell[0], Money.of(cell[1], cell[2])))
                .toList();
    }

    /** Mostly enough, now and then few or none. */
    private int stock() {
        return dice.percent(4) ? 0 : dice.percent(10) ? dice.between(1, 9) : dice.between(10, 400);
    }
}
