package org.ringdesk.imports.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** How far a long transaction is, told in transactions of its own so that others see it meanwhile. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Progress {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public void tell(long job, long done) {
        em.createQuery("update ImportJob j set j.done = :done where j.id = :job")
                .setParameter("done", done)
                .setParameter("job", job)
                .executeUpdate();
    }
}
