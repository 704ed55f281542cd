package org.ringdesk.pricing.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.domain.Charge;
import org.ringdesk.pricing.domain.Discount;

/** Discounts and charges of a channel. */
@ApplicationScoped
public class RuleBook {
    private static final String DISCOUNTS = """
            select 'DISCOUNT', d.id, d.code, d.concurrency, d.kind, d.by_coupon, d.valid_from, d.valid_to, d.most_sets,
              cast(null as varchar(12)), cast(null as varchar(20)), s.from_value, s.reduction, s.reduce_by
            from discount d join discount_step s on s.discount_id = d.id
            where d.channel_id = :channel and d.active = true
              and (d.valid_from is null or d.valid_from <= :day) and (d.valid_to is null or d.valid_to >= :day)
              and (d.by_coupon = false
                or exists (select 1 from coupon c where c.discount_id = d.id and c.active = true and c.code in :coupons))
              and (not exists (select 1 from discount_scope x where x.discount_id = d.id and x.excluded = false)
                or exists (select 1 from discount_scope x left join product_category g on g.id = x.category_id
                  where x.discount_id = d.id and x.excluded = false
                    and (x.product_id in :products or g.code in :categories)))
            """;
    private static final String CHARGES = """
            select 'CHARGE', c.id, c.code, c.level, c.delivery_mode, false, c.valid_from, c.valid_to, 0,
              c.tax_class, g.code, s.from_value, s.basis, s.charged
            from charge c join charge_step s on s.charge_id = c.id left join product_category g on g.id = c.category_id
            where c.channel_id = :channel and c.active = true
              and (c.delivery_mode is null or c.delivery_mode in :modes)
              and (c.valid_from is null or c.valid_from <= :day) and (c.valid_to is null or c.valid_to >= :day)
            """;
    private static final String SCOPES = """
            select x.discount_id, x.set_group, x.pieces, x.product_id, g.code, x.excluded
            from discount_scope x left join product_category g on g.id = x.category_id
            where x.discount_id in :discounts
            """;

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** What a channel takes off and charges. */
    public record Found(List<Discount> discounts, List<Charge> charges) {}

    /** Of today's discounts and charges those that may concern the basket; one statement, two when there are discounts. */
    public Found rules(Basket basket, ChannelView channel) {
        if (basket.lines().isEmpty()) {
            return new Found(List.of(), List.of());
        }
        Set<String> coupons = new HashSet<>(basket.coupons());
        coupons.add("");
        Set<String> modes = new HashSet<>(basket.deliveryModes());
        modes.add("");
        Map<Long, RuleRow> discounts = new LinkedHashMap<>();
        Map<Long, RuleRow> charges = new LinkedHashMap<>();
        Map<String, Object> parameters = Map.of(
                "channel", channel.id(),
                "day", basket.day(),
                "coupons", coupons,
                "products", basket.lines().stream().map(l -> l.item().product()).collect(toSet()),
                "categories",
                        basket.lines().stream().map(l -> l.item().category()).collect(toSet()),
                "modes", modes);
        for (Row row : new Sql(DISCOUNTS + " union all " + CHARGES, parameters).rows(em)) {
            Map<Long, RuleRow> rules = row.text().equals("DISCOUNT") ? discounts : charges;
            RuleRow rule = new RuleRow(row);
            rules.computeIfAbsent(rule.id(), id -> rule).step(row);
        }
        Map<Long, List<ScopeRow>> scopes = scopes(discounts.keySet());
        return new Found(
                discounts.values().stream()
                        .map(d -> d.discount(scopes.getOrDefault(d.id(), List.of())))
                        .toList(),
                charges.values().stream().map(RuleRow::charge).toList());
    }

    private Map<Long, List<ScopeRow>> scopes(Set<Long> discounts) {
        return discounts.isEmpty()
                ? Map.of()
                : new Sql(SCOPES, Map.of("discounts", discounts))
                        .rows(em).stream().map(ScopeRow::new).collect(groupingBy(ScopeRow::discount));
    }
}
