package org.ringdesk.pricing.store;

import static org.ringdesk.pricing.store.RuleRows.day;
import static org.ringdesk.pricing.store.RuleRows.named;
import static org.ringdesk.pricing.store.RuleRows.shown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.pricing.domain.RuleSteps;
import org.ringdesk.pricing.domain.TypedRule;

/** Charges that come by themselves. A channel may have several with one code, for several modes of delivery. */
@ApplicationScoped
class ChargeTable implements RuleTable {
    private static final List<String> LEVELS = List.of("HEADER", "LINE");

    @Inject
    private RuleRows rows;

    @Override
    public RuleList list(String words, int first, int most) {
        return rows.list(
                "h.id, c.code, h.code, h.name, h.valid_from, h.valid_to, h.active",
                "from charge h join sales_channel c on c.id = h.channel_id"
                        + " where h.code like :words or upper(h.name) like :words",
                "c.code, h.code, h.id",
                words,
                first,
                most);
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        Map<String, ?> id = Map.of("id", RuleRows.id(key));
        return rows.row("""
                        select c.code, h.code, h.name, h.level, h.delivery_mode, g.code, h.tax_class, h.valid_from, h.valid_to,
                          h.active, h.version
                        from charge h join sales_channel c on c.id = h.channel_id
                        left join product_category g on g.id = h.category_id where h.id = :id
                        """, id).map(row -> sheet(key, id, row));
    }

    private RuleSheet sheet(String key, Map<String, ?> id, Row row) {
        String channel = row.text();
        String code = row.text();
        String name = row.text();
        String level = row.text();
        String delivery = shown(row.textOrNull());
        String category = shown(row.textOrNull());
        String taxed = row.text();
        Period valid = row.period();
        boolean active = row.flag();
        List<RuleSteps.Step> steps = rows
                .rows(
                        "select s.from_value, s.basis, s.charged from charge_step s where s.charge_id = :id order by s.from_value",
                        id)
                .stream()
                .map(s -> new RuleSteps.Step(s.decimal(), s.text(), s.decimal()))
                .toList();
        Map<String, String> values = Map.ofEntries(
                Map.entry("channel", channel),
                Map.entry("code", code),
                Map.entry("name", name),
                Map.entry("level", level),
                Map.entry("delivery", delivery),
                Map.entry("category", category),
                Map.entry("charges", RuleSteps.textOfCharge(steps)),
                Map.entry("taxed", taxed),
                Map.entry("from", day(valid.from())),
                Map.entry("to", day(valid.to())),
                Map.entry("active", Boolean.toString(active)));
        return new RuleSheet(RuleKind.CHARGE, key, row.id(), values);
    }

    @Override
    public Map<String, List<String>> choices() {
        List<String> categories = new ArrayList<>(List.of(""));
        categories.addAll(rows.categories());
        return Map.of("channel", rows.channels(), "level", LEVELS, "category", categories, "taxed", rows.taxClasses());
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        String category = typed.choice("category", choices().getOrDefault("category", List.of()));
        String delivery = typed.raw("delivery");
        Period valid = typed.period();
        List<RuleSteps.Step> steps = RuleSteps.ofCharge(typed.raw("charges"));
        boolean fresh = key.isEmpty();
        long id = fresh ? rows.nextId() : RuleRows.id(key);
        Map<String, @Nullable Object> row = named(
                "id", id,
                "version", version,
                "channel", rows.channel(typed.choice("channel", rows.channels())),
                "code", typed.code("code", 20),
                "name", typed.text("name", 80),
                "level", typed.choice("level", LEVELS),
                "delivery", delivery.isEmpty() ? null : typed.code("delivery", 12),
                "category", rows.category(category).orElse(null),
                "taxed", typed.choice("taxed", rows.taxClasses()),
                "from", valid.from(),
                "to", valid.to(),
                "active", typed.flag("active"));
        if (fresh) {
            rows.execute("""
                    insert into charge (id, channel_id, code, name, level, delivery_mode, category_id, tax_class, valid_from,
                      valid_to, active, version)
                    values (:id, :channel, :code, :name, :level, :delivery, :category, :taxed, :from, :to, :active, 1)
                    """, row);
        } else {
            rows.update("""
                    update charge set name = :name, level = :level, delivery_mode = :delivery, category_id = :category,
                      tax_class = :taxed, valid_from = :from, valid_to = :to, active = :active, version = version + 1
                    where id = :id and version = :version
                    """, row);
            rows.execute("delete from charge_step where charge_id = :id", row);
        }
        steps.forEach(s -> rows.execute(
                "insert into charge_step (charge_id, from_value, basis, charged) values (:id, :from, :how, :value)",
                named("id", id, "from", s.from(), "how", s.how(), "value", s.value())));
        return Long.toString(id);
    }
}
