package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.store.Rates;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * The tax rates that admins set, each from its first day on. Of several rates for a day the one that began last counts, so a new one
 * needs no end of the one before. A percentage that is corrected counts for all days of the rate, from the next time that an order is
 * priced.
 */
@Stateless
@RolesAllowed(Role.ADMIN)
public class TaxRates {
    @Inject
    private Rates rates;

    /** By country and class, the latest first; one statement. */
    public List<TaxRateView> all() {
        return rates.all();
    }

    /** The one that begins on the day, or that counts always. */
    public Optional<TaxRateView> find(String country, String taxClass, @Nullable LocalDate from) {
        return rates.find(country, taxClass, from).map(r -> r.view());
    }

    /**
     * Keeps the rate of that country, class and first day.
     *
     * @param wanted percent 0 to 100, with at most three decimal places; version as it was read, 0 for a new one
     * @throws Refusal {@code rules.changed} when somebody else saved meanwhile
     */
    public TaxRateView save(TaxRateView wanted) {
        return rates.save(wanted);
    }
}
