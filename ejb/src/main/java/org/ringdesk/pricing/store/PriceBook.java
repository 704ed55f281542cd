package org.ringdesk.pricing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.pricing.domain.PriceRule;
import org.ringdesk.shared.Money;

/** Agreed and printed prices. */
@ApplicationScoped
public class PriceBook {
    private static final String AGREED = """
            select '%s', g.code, a.product_id, a.unit, a.from_quantity, a.valid_from, a.valid_to, a.price
            from price_group_%s m
            join price_group g on g.id = m.group_id
            join trade_agreement a on a.group_id = m.group_id
            where m.%s = :%s and a.product_id in :products and a.currency = :currency
              and (a.valid_from is null or a.valid_from <= :latest) and (a.valid_to is null or a.valid_to >= :earliest)
            union all
            """;
    private static final String PRINTED = """
            select 'CATALOG', c.code, p.product_id, p.unit, p.from_quantity, c.valid_from, c.valid_to, p.price
            from source_code s
            join sales_catalog c on c.id = s.catalog_id
            join catalog_price p on p.catalog_id = c.id
            where s.channel_id = :channel and s.code = :source and p.product_id in :products
            """;
    private static final String ALL = AGREED.formatted("CHANNEL_GROUP", "channel", "channel_id", "channel")
            + AGREED.formatted("CUSTOMER_GROUP", "customer", "customer_id", "customer")
            + PRINTED;

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** The prices of the basket's products that may count on the days of its quotes; one statement. */
    public List<PriceRule> prices(Basket basket, ChannelView channel, long customer) {
        TreeSet<LocalDate> days =
                basket.lines().stream().map(Basket.Line::quotedOn).collect(Collectors.toCollection(TreeSet::new));
        if (days.isEmpty()) {
            return List.of();
        }
        Set<Long> products =
                basket.lines().stream().map(l -> l.item().product()).collect(Collectors.toSet());
        String source = basket.sourceCode();
        Map<String, Object> parameters = Map.of(
                "products", products,
                "channel", channel.id(),
                "customer", customer,
                "currency", basket.currency().getCurrencyCode(),
                "earliest", days.first(),
                "latest", days.last(),
                "source", source == null ? "" : source);
        return new Sql(ALL, parameters)
                .rows(em).stream().map(row -> price(row, basket.currency())).toList();
    }

    private static PriceRule price(Row row, Currency currency) {
        PriceRule.Tier tier = PriceRule.Tier.valueOf(row.text());
        String code = row.text();
        long product = row.id();
        String unit = row.text();
        int from = row.number();
        Period valid = row.period();
        return new PriceRule(tier, code, product, unit, from, valid, Money.exact(row.decimal(), currency));
    }

    /** @param active whether it is switched on */
    public record Source(String code, Period valid, boolean active) {
        public boolean isValid(LocalDate day) {
            return active && valid.contains(day);
        }

        private static Source of(Row row) {
            return new Source(row.text(), row.period(), row.flag());
        }
    }

    /** A source code of the channel; one statement. */
    public Optional<Source> source(ChannelView channel, String code) {
        return new Sql(
                        "select s.code, s.valid_from, s.valid_to, s.active from source_code s"
                                + " where s.channel_id = :channel and s.code = :code",
                        Map.of("channel", channel.id(), "code", code))
                .rows(em).stream().findFirst().map(Source::of);
    }

    /** The channel's source codes that stand for the number that was dialled in a call, the latest first; one statement. */
    public List<Source> dialled(ChannelView channel, String call) {
        return new Sql("""
                        select s.code, s.valid_from, s.valid_to, s.active
                        from call_record r join source_code s on s.dialled = r.dialled_e164
                        where r.id = :call and s.channel_id = :channel
                        order by case when s.valid_from is null then 1 else 0 end, s.valid_from desc, s.code
                        """, Map.of("channel", channel.id(), "call", call))
                .rows(em).stream().map(Source::of).toList();
    }
}
