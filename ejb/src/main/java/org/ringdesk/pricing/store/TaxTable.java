package org.ringdesk.pricing.store;

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
import org.ringdesk.pricing.domain.TypedRule;
import org.ringdesk.shared.Refusal;

/** Tax rates, which the catalog keeps: a handful a country. Known by country and class, e.g. {@code DE STANDARD}. */
@ApplicationScoped
class TaxTable implements RuleTable {
    @Inject
    private TaxRates rates;

    @Override
    public RuleList list(String words, int first, int most) {
        List<RuleList.Row> all = rates.all().stream()
                .filter(r -> key(r).contains(words.toUpperCase(Locale.ROOT)))
                .map(r -> new RuleList.Row(key(r), r.country(), r.taxClass(), number(r.percent()) + " %", "", "", true))
                .toList();
        return new RuleList(all.stream().skip(first).limit(most).toList(), all.size());
    }

    private static String key(TaxRateView rate) {
        return rate.country() + ' ' + rate.taxClass();
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        String[] parts = key.split(" ", 2);
        return parts.length < 2
                ? Optional.empty()
                : rates.find(parts[0], parts[1])
                        .map(r -> new RuleSheet(
                                RuleKind.TAX,
                                key,
                                r.version(),
                                Map.of("country", r.country(), "taxed", r.taxClass(), "percent", number(r.percent()))));
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of();
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        String country = typed.code("country", 2);
        String taxClass = typed.code("taxed", 12);
        if (key.isEmpty() && rates.find(country, taxClass).isPresent()) {
            throw new Refusal("rule.code.taken", taxClass).at("taxed");
        }
        return key(rates.save(country, taxClass, typed.decimal("percent", "0", "100", 3), version));
    }
}
