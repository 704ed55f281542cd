package org.ringdesk.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ringdesk.catalog.store.Rates;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** The tax rates that admins set. A new rate counts from the next time that an order is priced. */
@Stateless
@RolesAllowed(Role.ADMIN)
public class TaxRates {
    @Inject
    private Rates rates;

    /** By country and class; one statement. */
    public List<TaxRateView> all() {
        return rates.all();
    }

    public Optional<TaxRateView> find(String country, String taxClass) {
        return rates.find(country, taxClass).map(r -> r.view());
    }

    /**
     * @param percent 0 to 100, with at most three decimal places
     * @param version as it was read, 0 for a new one
     * @throws Refusal {@code rules.changed} when somebody else saved meanwhile
     */
    public TaxRateView save(String country, String taxClass, BigDecimal percent, long version) {
        return rates.save(country, taxClass, percent, version);
    }
}
