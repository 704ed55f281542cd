package org.ringdesk.pricing.store;

import static org.ringdesk.pricing.store.RuleRows.day;
import static org.ringdesk.pricing.store.RuleRows.named;
import static org.ringdesk.pricing.store.RuleRows.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
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

/** Coupons, which open a discount of their channel. How often one was used is counted elsewhere. */
@ApplicationScoped
class CouponTable implements RuleTable {
    private static final int MOST = 1_000_000;

    @Inject
    private RuleRows rows;

    @Override
    public RuleList list(String words, int first, int most) {
        return rows.list(
                "k.id, c.code, k.code, d.name, k.valid_from, k.valid_to, k.active",
                "from coupon k join sales_channel c on c.id = k.channel_id join discount d on d.id = k.discount_id"
                        + " where k.code like :words or upper(d.name) like :words",
                "c.code, k.code, k.id",
                words,
                first,
                most);
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        return rows.row("""
                        select c.code, k.code, d.code, k.exclusive, k.most_uses, k.most_uses_by_customer, k.uses, k.valid_from,
                          k.valid_to, k.active, k.version
                        from coupon k join sales_channel c on c.id = k.channel_id join discount d on d.id = k.discount_id
                        where k.id = :id
                        """, Map.of("id", RuleRows.id(key))).map(row -> sheet(key, row));
    }

    private static RuleSheet sheet(String key, Row row) {
        String channel = row.text();
        String code = row.text();
        String discount = row.text();
        boolean alone = row.flag();
        BigDecimal most = row.decimalOrNull();
        BigDecimal each = row.decimalOrNull();
        int uses = row.number();
        Period valid = row.period();
        boolean active = row.flag();
        Map<String, String> values = Map.of(
                "channel", channel,
                "code", code,
                "discount", discount,
                "alone", Boolean.toString(alone),
                "most", number(most),
                "each", number(each),
                "uses", Integer.toString(uses),
                "from", day(valid.from()),
                "to", day(valid.to()),
                "active", Boolean.toString(active));
        return new RuleSheet(RuleKind.COUPON, key, row.id(), values);
    }

    /** Those discounts only that need a coupon: the others count without one. */
    @Override
    public Map<String, List<String>> choices() {
        return Map.of(
                "channel",
                rows.channels(),
                "discount",
                rows.texts("select distinct d.code, 1 from discount d where d.by_coupon = true order by d.code"));
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        long channel = rows.channel(typed.choice("channel", rows.channels()));
        String code = typed.code("code", 20);
        Period valid = typed.period();
        long discount = rows.row(
                        "select d.id, d.code from discount d where d.channel_id = :channel and d.code = :code"
                                + " and d.by_coupon = true",
                        Map.of("channel", channel, "code", typed.raw("discount")))
                .map(Row::id)
                .orElseThrow(() -> new Refusal("rule.choice").at("discount"));
        boolean fresh = key.isEmpty();
        if (fresh) {
            rows.mustBeFree("coupon", channel, code);
            rows.row(
                            "select s.code, 1 from source_code s where s.channel_id = :channel and s.code = :code",
                            Map.of("channel", channel, "code", code))
                    .ifPresent(source -> {
                        throw new Refusal("rule.code.taken", code).at("code");
                    });
        }
        long id = fresh ? rows.nextId() : RuleRows.id(key);
        Map<String, @Nullable Object> row = named(
                "id", id,
                "version", version,
                "channel", channel,
                "code", code,
                "discount", discount,
                "alone", typed.flag("alone"),
                "most", typed.wholeOrNull("most", 1, MOST),
                "each", typed.wholeOrNull("each", 1, MOST),
                "from", valid.from(),
                "to", valid.to(),
                "active", typed.flag("active"));
        if (fresh) {
            rows.execute("""
                    insert into coupon (id, channel_id, code, discount_id, exclusive, most_uses, most_uses_by_customer, uses,
                      valid_from, valid_to, active, version)
                    values (:id, :channel, :code, :discount, :alone, :most, :each, 0, :from, :to, :active, 1)
                    """, row);
        } else {
            rows.update("""
                    update coupon set discount_id = :discount, exclusive = :alone, most_uses = :most,
                      most_uses_by_customer = :each, valid_from = :from, valid_to = :to, active = :active, version = version + 1
                    where id = :id and version = :version
                    """, row);
        }
        return Long.toString(id);
    }
}
