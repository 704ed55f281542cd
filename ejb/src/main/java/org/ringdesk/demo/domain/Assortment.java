package org.ringdesk.demo.domain;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ringdesk.demo.domain.Product.Price;
import org.ringdesk.shared.Money;

/** The products: every family of the list in each of its colours. */
final class Assortment {
    private static final int FIRST_BARCODE = 4_711_000;

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
        String number = "%s-%03d".formatted(prefix, counts.merge(prefix, 1, Integer::sum));
        boolean unnamed = colour.startsWith("=");
        List<String> tone = Objects.requireNonNull(colours.get(unnamed ? colour.substring(1) : colour), colour);
        return new Product(
                number,
                family.get(0),
                unnamed ? family.get(3) : family.get(3) + ", " + tone.get(1),
                unnamed ? family.get(4) : family.get(4) + ", " + tone.get(2),
                family.get(2) + '-' + tone.get(0) + ".svg",
                Barcode.of(FIRST_BARCODE + 37 * products.size()),
                family.get(5),
                stock(),
                prices(family.get(6), family.get(7)),
                units.stream()
                        .filter(row -> row.get(0).equals(number))
                        .map(row -> new Product.Unit(
                                row.get(1), Integer.parseInt(row.get(2)), prices(row.get(3), row.get(4))))
                        .toList());
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
