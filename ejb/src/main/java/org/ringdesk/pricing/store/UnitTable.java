package org.ringdesk.pricing.store;

import static java.util.stream.Collectors.joining;
import static org.ringdesk.pricing.store.RuleRows.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductUnitView;
import org.ringdesk.catalog.ProductUnits;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.pricing.domain.TypedRule;
import org.ringdesk.shared.Refusal;

/** Units of products with their own prices, which the catalog keeps. Known by product and unit, e.g. {@code TEA-001 BOX}. */
@ApplicationScoped
class UnitTable implements RuleTable {
    @Inject
    private ProductUnits units;

    @Inject
    private Channels channels;

    @Inject
    private RuleRows rows;

    @Override
    public RuleList list(String words, int first, int most) {
        return rows.list(
                "p.number || ' ' || u.unit, p.number, u.unit, p.name_en || ' (' || u.pieces || ')', cast(null as date),"
                        + " cast(null as date), u.active",
                "from product_unit u join product p on p.id = u.product_id"
                        + " where p.number like :words or u.unit like :words or upper(p.name_en) like :words"
                        + " or upper(p.name_de) like :words",
                "p.number, u.pieces, u.unit",
                words,
                first,
                most);
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        String[] parts = key.split(" ", 2);
        return parts.length < 2 || !isNumber(parts[0])
                ? Optional.empty()
                : units.find(new ProductNumber(parts[0]), parts[1]).map(this::sheet);
    }

    private static boolean isNumber(String text) {
        return text.matches("[A-Z0-9][A-Z0-9-]{1,19}");
    }

    private RuleSheet sheet(ProductUnitView unit) {
        String prices = channels.all().stream()
                .filter(c -> unit.prices().containsKey(c.id()))
                .map(c -> c.code().value() + ' ' + number(unit.prices().get(c.id())))
                .collect(joining("\n"));
        return new RuleSheet(
                RuleKind.UNIT,
                key(unit),
                unit.version(),
                Map.of(
                        "product", unit.product().value(),
                        "unit", unit.unit(),
                        "holds", Integer.toString(unit.pieces()),
                        "usual", Boolean.toString(unit.usual()),
                        "prices", prices,
                        "active", Boolean.toString(unit.active())));
    }

    private static String key(ProductUnitView unit) {
        return unit.product().value() + ' ' + unit.unit();
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of("unit", units.measures());
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        String number = typed.text("product", 20).toUpperCase(Locale.ROOT);
        if (!isNumber(number) || rows.product(number).isEmpty()) {
            throw new Refusal("rule.word.unknown", number).at("product");
        }
        ProductNumber product = new ProductNumber(number);
        String unit = typed.choice("unit", units.measures());
        if (key.isEmpty() && units.find(product, unit).isPresent()) {
            throw new Refusal("rule.code.taken", unit).at("unit");
        }
        try {
            return key(units.save(new ProductUnitView(
                    product,
                    unit,
                    typed.whole("holds", 1, ProductUnitView.MOST_PIECES),
                    typed.flag("usual"),
                    typed.flag("active"),
                    prices(typed),
                    version)));
        } catch (Refusal refusal) {
            throw refusal.key().equals("product.unit.base") ? refusal.at("unit") : refusal;
        }
    }

    /** One a line: channel and price. */
    private Map<Long, BigDecimal> prices(TypedRule typed) {
        Map<Long, BigDecimal> prices = new HashMap<>();
        int line = 0;
        for (String words : typed.lines("prices")) {
            line++;
            String[] parts = words.split("\\s+");
            Optional<ChannelView> channel = channels.all().stream()
                    .filter(c -> c.code().value().equalsIgnoreCase(parts[0]))
                    .findFirst();
            Optional<BigDecimal> price = parts.length == 2 ? TypedRule.price(parts[1]) : Optional.empty();
            if (channel.isEmpty() || price.isEmpty() || prices.put(channel.get().id(), price.get()) != null) {
                throw new Refusal("rule.prices", line).at("prices");
            }
        }
        return prices;
    }
}
