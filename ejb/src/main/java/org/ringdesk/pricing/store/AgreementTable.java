package org.ringdesk.pricing.store;

import static org.ringdesk.pricing.store.RuleRows.day;
import static org.ringdesk.pricing.store.RuleRows.named;
import static org.ringdesk.pricing.store.RuleRows.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.pricing.domain.TypedRule;
import org.ringdesk.shared.Refusal;

/** Prices agreed with price groups. One that is there can only end. */
@ApplicationScoped
class AgreementTable implements RuleTable {
    private static final String JOINED = "from trade_agreement a join price_group g on g.id = a.group_id"
            + " join product p on p.id = a.product_id where ";

    @Inject
    private RuleRows rows;

    @Override
    public RuleList list(String words, int first, int most) {
        return rows.list(
                "a.id, g.code, p.number, p.name_en, a.valid_from, a.valid_to, true",
                JOINED + "p.number like :words or g.code like :words or upper(p.name_en) like :words"
                        + " or upper(p.name_de) like :words",
                "g.code, p.number, a.currency, a.from_quantity, a.id",
                words,
                first,
                most);
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        return rows.row(
                        "select g.code, p.number, a.unit, a.currency, a.from_quantity, a.price, a.valid_from, a.valid_to,"
                                + " a.version " + JOINED + "a.id = :id",
                        Map.of("id", RuleRows.id(key)))
                .map(row -> sheet(key, row));
    }

    private static RuleSheet sheet(String key, Row row) {
        String group = row.text();
        String product = row.text();
        String unit = row.text();
        String currency = row.text();
        int pieces = row.number();
        String price = number(row.decimal());
        Period valid = row.period();
        Map<String, String> values = Map.of(
                "group", group,
                "product", product,
                "unit", unit,
                "currency", currency,
                "pieces", Integer.toString(pieces),
                "price", price,
                "from", day(valid.from()),
                "to", day(valid.to()));
        return new RuleSheet(RuleKind.AGREEMENT, key, row.id(), values);
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of(
                "unit",
                        rows.texts(
                                "select m.code, 1 from measure m order by case when m.code = 'PCS' then 0 else 1 end, m.code"),
                "group", rows.texts("select g.code, g.id from price_group g order by g.code"),
                "currency", rows.texts("select distinct c.currency, 1 from sales_channel c order by c.currency"));
    }

    /** @throws Refusal {@code rule.unit} for a unit that the product is not sold in */
    private String soldIn(String product, String unit) {
        if (rows.row("""
                        select p.id, p.number from product p where p.number = :product and (p.unit = :unit
                          or exists (select 1 from product_unit u where u.product_id = p.id and u.unit = :unit))
                        """, Map.of("product", product, "unit", unit)).isEmpty()) {
            throw new Refusal("rule.unit", product, unit).at("unit");
        }
        return unit;
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        Period valid = typed.period();
        if (!key.isEmpty()) {
            rows.update(
                    "update trade_agreement set valid_to = :to, version = version + 1 where id = :id and version = :version",
                    named("id", RuleRows.id(key), "version", version, "to", valid.to()));
            return key;
        }
        Map<String, List<String>> choices = choices();
        String product = typed.text("product", 20).toUpperCase(Locale.ROOT);
        long id = rows.nextId();
        Map<String, @Nullable Object> row = named(
                "id", id,
                "group",
                        rows.row(
                                        "select g.id, g.code from price_group g where g.code = :code",
                                        Map.of("code", typed.choice("group", choices.getOrDefault("group", List.of()))))
                                .orElseThrow()
                                .id(),
                "product",
                        rows.product(product)
                                .orElseThrow(() -> new Refusal("rule.word.unknown", product).at("product")),
                "unit", soldIn(product, typed.choice("unit", choices.getOrDefault("unit", List.of()))),
                "currency", typed.choice("currency", choices.getOrDefault("currency", List.of())),
                "pieces", typed.whole("pieces", 1, 9999),
                "price", typed.decimal("price", "0", "9999999.99", 4),
                "from", valid.from(),
                "to", valid.to());
        rows.execute("""
                insert into trade_agreement (id, group_id, product_id, unit, currency, from_quantity, valid_from, valid_to, price,
                  version)
                values (:id, :group, :product, :unit, :currency, :pieces, :from, :to, :price, 1)
                """, row);
        return Long.toString(id);
    }
}
