package org.ringdesk.calls.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.cti.CallId;

/** The calls that are kept. */
@ApplicationScoped
public class Calls {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public Optional<CallRecord> find(CallId id) {
        return Optional.ofNullable(em.find(CallRecord.class, id.toString()));
    }

    public void add(CallRecord call) {
        em.persist(call);
    }

    /** The agent's calls: ringing there, talked, or ended since. Two statements. */
    public List<CallRecord> onDesk(String login, Instant endedSince) {
        List<CallRecord> rows = em.createQuery("""
                        select distinct c from CallRecord c left join c.ringing r
                        where r = :login and c.state <> :ended
                           or c.agent = :login and (c.state <> :ended or c.endedAt > :since)
                        order by c.startedAt
                        """, CallRecord.class)
                .setParameter("login", login)
                .setParameter("ended", CallState.ENDED)
                .setParameter("since", endedSince)
                .setHint("eclipselink.batch", "c.ringing")
                .getResultList();
        return rows;
    }

    public List<CallRecord> live() {
        return em.createQuery(
                        "select c from CallRecord c where c.state <> :ended order by c.startedAt", CallRecord.class)
                .setParameter("ended", CallState.ENDED)
                .setHint("eclipselink.batch", "c.ringing")
                .setMaxResults(500)
                .getResultList();
    }

    /** Brings the version of what changed up to date before it is told. */
    public void flush() {
        em.flush();
    }
}
