package org.ringdesk.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ringdesk.catalog.TaxRateView;
import org.ringdesk.catalog.domain.TaxRate;
import org.ringdesk.shared.Refusal;

/** Tax rates to be maintained. */
@ApplicationScoped
public class Rates {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<TaxRateView> all() {
        return em.createQuery("select t from TaxRate t order by t.country, t.taxClass", TaxRate.class)
                .getResultStream()
                .map(TaxRate::view)
                .toList();
    }

    public Optional<TaxRate> find(String country, String taxClass) {
        return em.createQuery(
                        "select t from TaxRate t where t.country = :country and t.taxClass = :taxed", TaxRate.class)
                .setParameter("country", country)
                .setParameter("taxed", taxClass)
                .getResultStream()
                .findFirst();
    }

    /** @throws Refusal {@code rules.changed} */
    public TaxRateView save(String country, String taxClass, BigDecimal percent, long version) {
        TaxRate rate = find(country, taxClass).orElse(null);
        if (rate == null ? version != 0 : rate.view().version() != version) {
            throw new Refusal("rules.changed");
        }
        try {
            if (rate == null) {
                rate = new TaxRate(country, taxClass);
                em.persist(rate);
            }
            rate.percent(percent);
            em.flush();
        } catch (OptimisticLockException e) {
            throw new Refusal("rules.changed");
        }
        return rate.view();
    }
}
