package org.ringdesk.pricing.store;

import static org.ringdesk.pricing.store.RuleRows.day;
import static org.ringdesk.pricing.store.RuleRows.named;
import static org.ringdesk.pricing.store.RuleRows.number;
import static org.ringdesk.pricing.store.RuleRows.shown;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.pricing.domain.TypedRule;
import org.ringdesk.shared.Refusal;

/** Source codes, which choose the prices of a catalog. Known by channel and code, e.g. {@code DE LIGHT26}. */
@ApplicationScoped
class SourceTable implements RuleTable {
    private static final String JOINED = "from source_code s join sales_channel c on c.id = s.channel_id"
            + " join sales_catalog k on k.id = s.catalog_id where ";

    @Inject
    private RuleRows rows;

    @Override
    public RuleList list(String words, int first, int most) {
        return rows.list(
                "c.code || ' ' || s.code, c.code, s.code, s.name, s.valid_from, s.valid_to, s.active",
                JOINED + "s.code like :words or upper(s.name) like :words or k.code like :words",
                "c.code, s.code",
                words,
                first,
                most);
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        String[] parts = key.split(" ", 2);
        return parts.length < 2
                ? Optional.empty()
                : rows.row(
                                "select c.code, s.code, s.name, k.code, s.dialled, s.cost, s.valid_from, s.valid_to, s.active,"
                                        + " s.version " + JOINED + "c.code = :channel and s.code = :code",
                                Map.of("channel", parts[0], "code", parts[1]))
                        .map(row -> sheet(key, row));
    }

    private static RuleSheet sheet(String key, Row row) {
        String channel = row.text();
        String code = row.text();
        String name = row.text();
        String catalog = row.text();
        String dialled = shown(row.textOrNull());
        BigDecimal cost = row.decimalOrNull();
        Period valid = row.period();
        boolean active = row.flag();
        Map<String, String> values = Map.of(
                "channel", channel,
                "code", code,
                "name", name,
                "catalog", catalog,
                "dialled", dialled,
                "cost", number(cost),
                "from", day(valid.from()),
                "to", day(valid.to()),
                "active", Boolean.toString(active));
        return new RuleSheet(RuleKind.SOURCE, key, row.id(), values);
    }

    @Override
    public Map<String, List<String>> choices() {
        List<String> numbers = new ArrayList<>(List.of(""));
        numbers.addAll(rows.texts("select n.e164, 1 from dialled_number n order by n.e164"));
        return Map.of(
                "channel",
                rows.channels(),
                "catalog",
                rows.texts("select distinct k.code, 1 from sales_catalog k order by k.code"),
                "dialled",
                numbers);
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        String place = typed.choice("channel", rows.channels());
        long channel = rows.channel(place);
        String code = typed.code("code", 20);
        Period valid = typed.period();
        boolean fresh = key.isEmpty();
        if (fresh) {
            mustBeFree(channel, code);
        }
        boolean preset = !typed.raw("dialled").isEmpty();
        if (preset) {
            ofChannel("dialled", "select 1, n.e164 from dialled_number n where n.e164 = :what", channel, typed);
        }
        Map<String, @Nullable Object> row = named(
                "version",
                version,
                "channel",
                channel,
                "code",
                code,
                "name",
                typed.text("name", 80),
                "catalog",
                ofChannel("catalog", "select k.id, k.code from sales_catalog k where k.code = :what", channel, typed),
                "dialled",
                preset ? typed.raw("dialled") : null,
                "cost",
                typed.decimalOrNull("cost", "0", "9999999.99", 2).orElse(null),
                "from",
                valid.from(),
                "to",
                valid.to(),
                "active",
                typed.flag("active"));
        if (fresh) {
            rows.execute("""
                    insert into source_code (channel_id, code, catalog_id, name, dialled, cost, valid_from, valid_to, active, version)
                    values (:channel, :code, :catalog, :name, :dialled, :cost, :from, :to, :active, 1)
                    """, row);
        } else {
            rows.update("""
                    update source_code set catalog_id = :catalog, name = :name, dialled = :dialled, cost = :cost,
                      valid_from = :from, valid_to = :to, active = :active, version = version + 1
                    where channel_id = :channel and code = :code and version = :version
                    """, row);
        }
        return place + ' ' + code;
    }

    /** Customers read out codes of either kind. */
    private void mustBeFree(long channel, String code) {
        for (String table : List.of("source_code", "coupon")) {
            rows.row(
                            "select t.code, 1 from " + table + " t where t.channel_id = :channel and t.code = :code",
                            Map.of("channel", channel, "code", code))
                    .ifPresent(taken -> {
                        throw new Refusal("rule.code.taken", code).at("code");
                    });
        }
    }

    /** @throws Refusal {@code rule.choice} for what is not the channel's */
    private long ofChannel(String field, String found, long channel, TypedRule typed) {
        return rows.row(found + " and channel_id = :channel", Map.of("what", typed.raw(field), "channel", channel))
                .map(Row::id)
                .orElseThrow(() -> new Refusal("rule.choice").at(field));
    }
}
