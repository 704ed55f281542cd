package org.ringdesk.catalog;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * A product in a search list.
 *
 * @param name in the language asked for
 * @param picture path below {@code /resources/pictures}, e.g. {@code mug-blue.svg}
 * @param price of a base unit in the channel asked for
 * @param stock in base units
 * @param units that it is sold in, the base unit among them; the first one where nobody says another
 */
public record ProductView(
        long id,
        ProductNumber number,
        String name,
        String category,
        String picture,
        Money price,
        String taxClass,
        int stock,
        List<SalesUnit> units)
        implements Serializable {
    public ProductView {
        units = List.copyOf(units);
    }

    /** Sold by the piece only. */
    public ProductView(
            long id,
            ProductNumber number,
            String name,
            String category,
            String picture,
            Money price,
            String taxClass,
            int stock) {
        this(id, number, name, category, picture, price, taxClass, stock, List.of(SalesUnit.piece(price)));
    }

    /** What it is sold in where nobody says another. */
    public SalesUnit usual() {
        return units.get(0);
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
        List<SalesUnit> others = units.stream().filter(u -> !u.equals(first)).toList();
        return new ProductView(
                id,
                number,
                name,
                category,
                picture,
                price,
                taxClass,
                stock,
                Stream.concat(Stream.of(first), others.stream()).toList());
    }
}
