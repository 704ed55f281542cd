package org.ringdesk.calls.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.domain.CallWrapUp;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.PbxId;

/** The calls that are kept. Who changes one has it locked from reading it on: facts and agents change the same ones. */
@ApplicationScoped
public class Calls {
    private static final int LIST = 50;
    private static final int RECENT = 12;

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** To be looked at only. */
    public Optional<CallRecord> find(CallId id) {
        return Optional.ofNullable(em.find(CallRecord.class, id.toString()));
    }

    public Optional<CallRecord> locked(CallId id) {
        return Optional.ofNullable(em.find(CallRecord.class, id.toString(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those of the ids that are kept, locked in an order that is always the same; whose phones ring takes a second statement. */
    public List<CallRecord> locked(Collection<CallId> ids) {
        TypedQuery<CallRecord> query;
        if (ids.size() == 1) {
            // by far the most frequent: this one is prepared once
            query = em.createQuery("select c from CallRecord c where c.id = :id", CallRecord.class)
                    .setParameter("id", ids.iterator().next().toString());
        } else {
            query = em.createQuery("select c from CallRecord c where c.id in :ids order by c.id", CallRecord.class)
                    .setParameter("ids", ids.stream().map(CallId::toString).toList());
        }
        return query.setFlushMode(FlushModeType.COMMIT)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.batch", "c.ringing")
                .getResultList();
    }

    public void add(CallRecord call) {
        em.persist(call);
    }

    public void add(CallWrapUp note) {
        em.persist(note);
    }

    /** The agent's calls: ringing there, talked, joined, or ended or handed on since. Two statements. */
    public List<CallRecord> onDesk(String login, Instant endedSince) {
        List<CallRecord> rows = em.createQuery("""
                        select distinct c from CallRecord c left join c.ringing r
                        where key(r) = :login and c.state <> :ended
                           or c.agent = :login and (c.state <> :ended or c.moments.endedAt > :since)
                           or c.second.login = :login and c.state <> :ended
                           or c.handed.by = :login and c.handed.at > :since
                        order by c.moments.startedAt
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
                        "select c from CallRecord c where c.state <> :ended order by c.moments.startedAt",
                        CallRecord.class)
                .setParameter("ended", CallState.ENDED)
                .setHint("eclipselink.batch", "c.ringing")
                .setMaxResults(500)
                .getResultList();
    }

    /** The highest seq of the calls of a PBX that have not ended; 0 when there is none. */
    public long lastSeq(PbxId pbx) {
        Long last = em.createQuery(
                        "select max(c.lastSeq) from CallRecord c where c.pbx = :pbx and c.state <> :ended", Long.class)
                .setParameter("pbx", pbx.value())
                .setParameter("ended", CallState.ENDED)
                .getSingleResult();
        return last == null ? 0 : last;
    }

    /** Calls of a PBX that have not ended and of which nothing was told since that seq. */
    public List<CallRecord> unheardSince(PbxId pbx, long seq) {
        return em.createQuery("""
                        select c from CallRecord c
                        where c.state <> :ended and c.pbx = :pbx and c.lastSeq < :seq order by c.moments.startedAt
                        """, CallRecord.class)
                .setParameter("ended", CallState.ENDED)
                .setParameter("pbx", pbx.value())
                .setParameter("seq", seq)
                .setHint("eclipselink.batch", "c.ringing")
                .getResultList();
    }

    /** Whether the agent is in a call, or one rings there. */
    public boolean isBusy(String login) {
        return em.createQuery("""
                        select count(c) from CallRecord c left join c.ringing r
                        where c.state <> :ended and (key(r) = :login or c.agent = :login or c.second.login = :login)
                        """, Long.class)
                        .setParameter("login", login)
                        .setParameter("ended", CallState.ENDED)
                        .getSingleResult()
                > 0;
    }

    /** Whether the agent is in a call besides this one. */
    public boolean isBusy(String login, CallId besides) {
        return em.createQuery("""
                        select count(c) from CallRecord c left join c.ringing r
                        where c.state <> :ended and c.id <> :besides
                          and (key(r) = :login or c.agent = :login or c.second.login = :login)
                        """, Long.class)
                        .setParameter("login", login)
                        .setParameter("besides", besides.toString())
                        .setParameter("ended", CallState.ENDED)
                        .getSingleResult()
                > 0;
    }

    /** What waits at a parking place, and what rings at somebody's phone for one of the queues. */
    public List<CallRecord> offered(Collection<String> queues) {
        return em.createQuery("""
                        select distinct c from CallRecord c left join c.ringing r
                        where c.state <> :ended and (c.parkedAt is not null or r is not null and c.queue in :queues)
                        order by c.moments.startedAt
                        """, CallRecord.class)
                .setParameter("ended", CallState.ENDED)
                .setParameter("queues", queues.isEmpty() ? List.of("") : queues)
                .setHint("eclipselink.batch", "c.ringing")
                .setMaxResults(LIST)
                .getResultList();
    }

    /** The agent's own calls that are over, and those that the queues missed; the latest first. */
    public List<CallRecord> over(String login, Collection<String> queues, Instant since) {
        return em.createQuery("""
                        select c from CallRecord c
                        where c.state = :ended and c.moments.startedAt > :since and c.parties.partyE164 is not null
                          and (c.agent = :login or c.moments.answeredAt is null and c.queue in :queues)
                        order by c.moments.startedAt desc
                        """, CallRecord.class)
                .setParameter("ended", CallState.ENDED)
                .setParameter("since", since)
                .setParameter("login", login)
                .setParameter("queues", queues.isEmpty() ? List.of("") : queues)
                .setMaxResults(RECENT)
                .getResultList();
    }

    /** Brings the version of what changed up to date before it is told. */
    public void flush() {
        em.flush();
    }
}
