package org.ringdesk.administration.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.ringdesk.administration.RuleChange;

/** The changes of rules, which are only ever added. */
@ApplicationScoped
public class Changes {
    private static final int LONGEST = 4000;

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public void add(String kind, String rule, RuleChange change) {
        em.createNativeQuery("insert into rule_change (kind, rule, at, who, field, old_value, new_value)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, kind)
                .setParameter(2, rule)
                .setParameter(3, change.at().atOffset(ZoneOffset.UTC))
                .setParameter(4, change.who())
                .setParameter(5, change.field())
                .setParameter(6, cut(change.before()))
                .setParameter(7, cut(change.now()))
                .executeUpdate();
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    public List<RuleChange> of(String kind, String rule, int most) {
        List<?> rows = em.createNativeQuery("select c.at, c.who, c.field, c.old_value, c.new_value from rule_change c"
                        + " where c.kind = ?1 and c.rule = ?2 order by c.id desc")
                .setParameter(1, kind)
                .setParameter(2, rule)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(row -> change((Object[]) row)).toList();
    }

    private static RuleChange change(Object[] row) {
        return new RuleChange(instant(row[0]), (String) row[1], (String) row[2], (String) row[3], (String) row[4]);
    }

    /** As the one or the other database gives it. */
    private static Instant instant(Object at) {
        return at instanceof OffsetDateTime moment ? moment.toInstant() : ((Timestamp) at).toInstant();
    }
}
