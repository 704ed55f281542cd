package org.ringdesk.calls.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.ringdesk.cti.PbxId;

/** The PBXs that have been heard of. */
@ApplicationScoped
public class Links {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<PbxId> names() {
        return em.createQuery("select l.pbx from PbxLink l", String.class).getResultList().stream()
                .map(PbxId::new)
                .toList();
    }
}
