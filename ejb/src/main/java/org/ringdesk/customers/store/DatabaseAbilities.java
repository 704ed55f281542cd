package org.ringdesk.customers.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** What this database can do beyond what every one can; set when the schema is made, so it is asked once. */
@ApplicationScoped
public class DatabaseAbilities {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    private volatile @Nullable Boolean trigrams;

    /** Whether it finds words that are spelled alike. */
    public boolean trigrams() {
        Boolean known = trigrams;
        if (known == null) {
            Number rows = (Number) em.createNativeQuery("select count(*) from database_ability where name = 'trigrams'")
                    .getSingleResult();
            known = rows.longValue() > 0;
            trigrams = known;
        }
        return known;
    }
}
