package org.ringdesk.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.TaxRateView;
import org.ringdesk.catalog.domain.TaxRate;
import org.ringdesk.shared.Refusal;

/** Tax rates to be maintained. */
@ApplicationScoped
public class Rates {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public List<TaxRateView> all() {
        return em.createQuery(
                        "select t from TaxRate t order by t.country, t.taxClass, case when t.validFrom is null then 1 else 0 end,"
                                + " t.validFrom desc",
                        TaxRate.class)
                .getResultStream()
                .map(TaxRate::view)
                .toList();
    }

    public Optional<TaxRate> find(String country, String taxClass, @Nullable LocalDate from) {
        return em.createQuery(
                        "select t from TaxRate t where t.country = :country and t.taxClass = :taxed", TaxRate.class)
                .setParameter("country", country)
                .setParameter("taxed", taxClass)
                .getResultStream()
                .filter(t -> t.beginsOn(from))
                .findFirst();
    }

    /** @throws Refusal {@code rules.changed} */
    public TaxRateView save(TaxRateView wanted) {
        TaxRate rate = find(wanted.country(), wanted.taxClass(), wanted.from()).orElse(null);
        if (rate == null ? wanted.version() != 0 : rate.version() != wanted.version()) {
            throw new Refusal("rules.changed");
        }
        try {
            if (rate == null) {
                rate = new TaxRate(wanted);
                em.persist(rate);
            } else {
                rate.revise(wanted);
            }
            em.flush();
        } catch (OptimisticLockException e) {
            throw new Refusal("rules.changed");
        }
        return rate.view();
    }
}
