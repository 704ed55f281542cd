package org.ringdesk.administration.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.ringdesk.administration.domain.ApiKey;

/** The keys of other systems. */
@ApplicationScoped
public class Keys {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public void add(ApiKey key) {
        em.persist(key);
        em.flush();
    }

    public Optional<ApiKey> find(long id) {
        return Optional.ofNullable(em.find(ApiKey.class, id));
    }

    /** By system, the latest first; two statements. */
    public List<ApiKey> all() {
        return em.createQuery("select k from ApiKey k order by k.system, k.id desc", ApiKey.class)
                .setHint("eclipselink.batch", "k.scopes")
                .getResultList();
    }

    public void flush() {
        em.flush();
    }
}
