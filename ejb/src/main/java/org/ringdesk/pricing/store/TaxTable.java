package org.ringdesk.pricing.store;

import static org.ringdesk.pricing.store.RuleRows.day;
import static org.ringdesk.pricing.store.RuleRows.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ringdesk.catalog.TaxRateView;
import org.ringdesk.catalog.TaxRates;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.pricing.domain.TypedRule;
import org.ringdesk.shared.Refusal;

/**
 * Tax rates, which the catalog keeps: a handful a country. Known by country, class and first day if they have one, e.g. {@code DE
 * STANDARD} and {@code DE STANDARD 2027-01-01}.
 */
@ApplicationScoped
class TaxTable implements RuleTable {
    @Inject
    private TaxRates rates;

    @Override
    public RuleList list(String words, int first, int most) {
        List<RuleList.Row> all = rates.all().stream()
                .filter(r -> key(r).contains(words.toUpperCase(Locale.ROOT)))
                .map(TaxTable::row)
                .toList();
        return new RuleList(all.stream().skip(first).limit(most).toList(), all.size());
    }

    private static RuleList.Row row(TaxRateView r) {
        return new RuleList.Row(
                key(r), r.country(), r.taxClass(), number(r.percent()) + " %", day(r.from()), day(r.to()), true);
    }

    private static String key(TaxRateView rate) {
        return (rate.country() + ' ' + rate.taxClass() + ' ' + day(rate.from())).strip();
    }

    private Optional<TaxRateView> find(String key) {
        return rates.all().stream().filter(r -> key(r).equals(key)).findFirst();
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        return find(key)
                .map(r -> new RuleSheet(
                        RuleKind.TAX,
                        key,
                        r.version(),
                        Map.of(
                                "country", r.country(),
                                "taxed", r.taxClass(),
                                "percent", number(r.percent()),
                                "from", day(r.from()),
                                "to", day(r.to()))));
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of();
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        String country = typed.code("country", 2);
        String taxClass = typed.code("taxed", 12);
        Period valid = typed.period();
        if (key.isEmpty() && rates.find(country, taxClass, valid.from()).isPresent()) {
            throw new Refusal("rule.code.taken", taxClass).at("taxed");
        }
        return key(rates.save(new TaxRateView(
                country, taxClass, typed.decimal("percent", "0", "100", 3), valid.from(), valid.to(), version)));
    }
}
