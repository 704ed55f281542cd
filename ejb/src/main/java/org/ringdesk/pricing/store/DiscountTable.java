package org.ringdesk.pricing.store;

import static org.ringdesk.pricing.store.RuleRows.day;
import static org.ringdesk.pricing.store.RuleRows.named;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.pricing.domain.RuleScopes;
import org.ringdesk.pricing.domain.RuleSteps;
import org.ringdesk.pricing.domain.TypedRule;
import org.ringdesk.shared.Refusal;

/** Discounts with their steps and what they are for. */
@ApplicationScoped
class DiscountTable implements RuleTable {
    private static final List<String> KINDS = List.of("SIMPLE", "QUANTITY", "THRESHOLD", "MIX");
    private static final List<String> MODES = List.of("BEST_PRICE", "COMPOUNDED", "EXCLUSIVE");
    private static final int MOST_SETS = 999;

    @Inject
    private RuleRows rows;

    @Override
    public RuleList list(String words, int first, int most) {
        return rows.list(
                "d.id, c.code, d.code, d.name, d.valid_from, d.valid_to, d.active",
                "from discount d join sales_channel c on c.id = d.channel_id"
                        + " where d.code like :words or upper(d.name) like :words",
                "c.code, d.code, d.id",
                words,
                first,
                most);
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        Map<String, ?> id = Map.of("id", RuleRows.id(key));
        return rows.row("""
                        select c.code, d.code, d.name, d.kind, d.concurrency, d.by_coupon, d.valid_from, d.valid_to, d.most_sets,
                          d.active, d.version
                        from discount d join sales_channel c on c.id = d.channel_id where d.id = :id
                        """, id).map(row -> sheet(key, id, row));
    }

    private RuleSheet sheet(String key, Map<String, ?> id, Row row) {
        String channel = row.text();
        String code = row.text();
        String name = row.text();
        String kind = row.text();
        String mode = row.text();
        boolean coupon = row.flag();
        Period valid = row.period();
        int sets = row.number();
        boolean active = row.flag();
        Map<String, String> values = Map.ofEntries(
                Map.entry("channel", channel),
                Map.entry("code", code),
                Map.entry("name", name),
                Map.entry("kind", kind),
                Map.entry("steps", RuleSteps.textOfDiscount(steps(id))),
                Map.entry("scope", RuleScopes.text(kind, scope(id))),
                Map.entry("sets", Integer.toString(sets)),
                Map.entry("mode", mode),
                Map.entry("coupon", Boolean.toString(coupon)),
                Map.entry("from", day(valid.from())),
                Map.entry("to", day(valid.to())),
                Map.entry("active", Boolean.toString(active)));
        return new RuleSheet(RuleKind.DISCOUNT, key, row.id(), values);
    }

    private List<RuleSteps.Step> steps(Map<String, ?> id) {
        return rows
                .rows(
                        "select s.from_value, s.reduction, s.reduce_by from discount_step s where s.discount_id = :id"
                                + " order by s.from_value",
                        id)
                .stream()
                .map(row -> new RuleSteps.Step(row.decimal(), row.text(), row.decimal()))
                .toList();
    }

    private List<RuleScopes.Entry> scope(Map<String, ?> id) {
        return rows.rows("""
                        select x.set_group, x.pieces, x.excluded, coalesce(g.code, p.number) from discount_scope x
                        left join product_category g on g.id = x.category_id left join product p on p.id = x.product_id
                        where x.discount_id = :id order by x.set_group, x.excluded, x.id
                        """, id).stream()
                .map(row -> new RuleScopes.Entry(row.number(), row.number(), row.flag(), row.text()))
                .toList();
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of("channel", rows.channels(), "kind", KINDS, "mode", MODES);
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        String kind = typed.choice("kind", KINDS);
        long channel = rows.channel(typed.choice("channel", rows.channels()));
        String code = typed.code("code", 20);
        Period valid = typed.period();
        int sets = kind.equals("MIX") ? typed.whole("sets", 1, MOST_SETS) : 1;
        List<RuleSteps.Step> steps = RuleSteps.ofDiscount(kind, typed.raw("steps"));
        List<RuleScopes.Entry> scope = RuleScopes.read(kind, typed.raw("scope"));
        int pieces = scope.stream()
                .filter(e -> !e.excluded())
                .collect(Collectors.toMap(RuleScopes.Entry::group, RuleScopes.Entry::pieces, (a, b) -> a))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (steps.get(0).how().equals("CHEAPEST") && steps.get(0).value().intValueExact() > pieces) {
            throw new Refusal("rule.steps", 1).at("steps");
        }
        boolean fresh = key.isEmpty();
        if (fresh) {
            rows.mustBeFree("discount", channel, code);
        }
        long id = fresh ? rows.nextId() : RuleRows.id(key);
        Map<String, @Nullable Object> row = named(
                "id",
                id,
                "version",
                version,
                "channel",
                channel,
                "code",
                code,
                "name",
                typed.text("name", 80),
                "kind",
                kind,
                "mode",
                typed.choice("mode", MODES),
                "coupon",
                typed.flag("coupon"),
                "from",
                valid.from(),
                "to",
                valid.to(),
                "sets",
                sets,
                "active",
                typed.flag("active"));
        if (fresh) {
            rows.execute("""
                    insert into discount (id, channel_id, code, name, kind, concurrency, by_coupon, valid_from, valid_to, most_sets,
                      active, version)
                    values (:id, :channel, :code, :name, :kind, :mode, :coupon, :from, :to, :sets, :active, 1)
                    """, row);
        } else {
            rows.update("""
                    update discount set name = :name, kind = :kind, concurrency = :mode, by_coupon = :coupon, valid_from = :from,
                      valid_to = :to, most_sets = :sets, active = :active, version = version + 1
                    where id = :id and version = :version
                    """, row);
            rows.execute("delete from discount_step where discount_id = :id", row);
            rows.execute("delete from discount_scope where discount_id = :id", row);
        }
        steps.forEach(s -> rows.execute(
                "insert into discount_step (discount_id, from_value, reduction, reduce_by) values (:id, :from, :how, :value)",
                named("id", id, "from", s.from(), "how", s.how(), "value", s.value())));
        scope.forEach(e -> add(id, e));
        return Long.toString(id);
    }

    private void add(long discount, RuleScopes.Entry entry) {
        Optional<Long> category = entry.excluded() ? Optional.empty() : rows.category(entry.word());
        Optional<Long> product = category.isPresent() ? Optional.empty() : rows.product(entry.word());
        if (category.isEmpty() && product.isEmpty()) {
            throw new Refusal("rule.word.unknown", entry.word()).at("scope");
        }
        rows.execute(
                "insert into discount_scope (id, discount_id, set_group, pieces, product_id, category_id, excluded)"
                        + " values (:id, :discount, :group, :pieces, :product, :category, :excluded)",
                named(
                        "id", rows.nextId(),
                        "discount", discount,
                        "group", entry.group(),
                        "pieces", entry.pieces(),
                        "product", product.orElse(null),
                        "category", category.orElse(null),
                        "excluded", entry.excluded()));
    }
}
