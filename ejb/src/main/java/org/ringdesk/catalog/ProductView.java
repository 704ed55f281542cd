package org.ringdesk.catalog;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * A product in a search list.
 *
 * @param name in the language asked for
 * @param picture path below {@code /resources/pictures}, e.g. {@code mug-blue.svg}
 * @param units that it is sold in, the base unit among them; the first one where nobody says another
 * @param attributes in the language asked for
 * @param stock in base units
 * @param promised when one of the usual unit is with the customer, or null when nobody knows
 */
public record ProductView(
        long id,
        ProductNumber number,
        String name,
        String category,
        String picture,
        String taxClass,
        List<SalesUnit> units,
        String attributes,
        ItemRules rules,
        Availability stock,
        @Nullable LocalDate promised)
        implements Serializable {
    public ProductView {
        units = List.copyOf(units);
    }

    /** What it is sold in where nobody says another. */
    public SalesUnit usual() {
        return units.get(0);
    }

    /** Of one of the usual unit: of the list, or the customer's own where somebody found it. */
    public Money price() {
        return usual().price();
    }

    /** The same of the list. */
    public Money listPrice() {
        return usual().listPrice();
    }

    public Optional<SalesUnit> unit(String code) {
        return units.stream().filter(u -> u.code().equals(code)).findFirst();
    }

    /**
     * The same, sold in the unit that is called so or begins so.
     *
     * @throws Refusal {@code product.unit.unknown} when there is none, or more than one begins so
     */
    public ProductView in(String word) {
        List<SalesUnit> found =
                units.stream().filter(u -> u.isCalled(word)).limit(1).toList();
        if (found.isEmpty()) {
            found = units.stream().filter(u -> u.beginsWith(word)).toList();
        }
        if (found.size() != 1 || word.isBlank()) {
            throw new Refusal(
                    "product.unit.unknown",
                    name,
                    units.stream()
                            .map(u -> u.name().isEmpty() ? u.code() : u.name())
                            .collect(joining(", ")));
        }
        SalesUnit first = found.get(0);
        return with(Stream.concat(Stream.of(first), units.stream().filter(u -> !u.equals(first)))
                .toList());
    }

    /** @param own the customer's prices of its units, in their order */
    public ProductView at(List<Money> own) {
        List<SalesUnit> priced = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            priced.add(units.get(i).at(own.get(i)));
        }
        return with(priced);
    }

    private ProductView with(List<SalesUnit> others) {
        return new ProductView(
                id, number, name, category, picture, taxClass, others, attributes, rules, stock, promised);
    }

    /** @param days working days from the shelf to the customer */
    public ProductView promised(LocalDate today, int days) {
        LocalDate day = stock.promise(usual().pieces(), today, days).orElse(null);
        return new ProductView(id, number, name, category, picture, taxClass, units, attributes, rules, stock, day);
    }
}
