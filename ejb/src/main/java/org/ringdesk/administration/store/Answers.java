package org.ringdesk.administration.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Answer;

/** What systems were answered, by caller and key. */
@ApplicationScoped
public class Answers {
    private static final int LONGEST = 1_000_000;

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** @param answer null while there is none */
    public record Asked(String fingerprint, @Nullable Answer answer) {}

    /** Remembers that it was asked, unless it is known. */
    public void ask(String caller, String key, String fingerprint, Instant now) {
        Query insert = em.createNativeQuery("insert into api_answer (caller, request_key, fingerprint, asked_at)"
                + " select ?1, ?2, ?3, cast(?4 as timestamp with time zone)"
                + " where not exists (select 1 from api_answer where caller = ?1 and request_key = ?2)");
        of(insert, caller, key)
                .setParameter(3, fingerprint)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** The row, which nobody else gets until the transaction ends; empty while somebody has it. */
    public Optional<Asked> take(String caller, String key) {
        Query query = em.createNativeQuery("select a.fingerprint, a.status, a.body from api_answer a"
                + " where a.caller = ?1 and a.request_key = ?2 for update skip locked");
        List<?> rows = of(query, caller, key).getResultList();
        return rows.stream().map(row -> asked((Object[]) row)).findFirst();
    }

    private static Asked asked(Object[] row) {
        Answer answer = row[1] == null ? null : new Answer(((Number) row[1]).intValue(), (String) row[2]);
        return new Asked((String) row[0], answer);
    }

    /** The first answer counts. One that is too long is not kept. */
    public void keep(String caller, String key, Answer answer) {
        if (answer.body().length() <= LONGEST) {
            Query update = em.createNativeQuery("update api_answer set status = ?3, body = ?4"
                    + " where caller = ?1 and request_key = ?2 and status is null");
            of(update, caller, key)
                    .setParameter(3, answer.status())
                    .setParameter(4, answer.body())
                    .executeUpdate();
        }
    }

    public int forget(Instant before) {
        return em.createNativeQuery("delete from api_answer where asked_at < ?1")
                .setParameter(1, before.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private static Query of(Query query, String caller, String key) {
        return query.setParameter(1, caller).setParameter(2, key);
    }
}
