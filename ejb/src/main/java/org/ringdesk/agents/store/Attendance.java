package org.ringdesk.agents.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Queues;
import org.ringdesk.agents.PhoneState;
import org.ringdesk.agents.domain.AgentBrowser;
import org.ringdesk.agents.domain.Presence;

/**
 * Whose page is open, as reported now and then. Nobody counts as gone before this server has been up for as long as a browser
 * may be gone: while it was down nobody could be seen.
 */
@ApplicationScoped
public class Attendance {
    /** How old the last report may be while a page is open. */
    public static final Duration REPORTED_WITHIN = Duration.ofSeconds(30);

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    @Inject
    private Queues rules;

    @Inject
    private Clock clock;

    private @Nullable Instant up;

    public void seen(Collection<String> logins) {
        Instant now = clock.instant();
        Set<String> known = new HashSet<>(
                em.createQuery("select b.login from AgentBrowser b where b.login in :logins", String.class)
                        .setParameter("logins", logins)
                        .getResultList());
        em.createQuery("update AgentBrowser b set b.seenAt = :now where b.login in :logins")
                .setParameter("now", now)
                .setParameter("logins", logins)
                .executeUpdate();
        logins.stream().filter(l -> !known.contains(l)).forEach(l -> begin(l, now));
    }

    /** Another server may report the same one in the same moment. */
    private void begin(String login, Instant now) {
        em.createNativeQuery("insert into agent_browser (login, seen_at) values (?1, ?2) on conflict do nothing")
                .setParameter(1, login)
                .setParameter(2, Timestamp.from(now))
                .executeUpdate();
    }

    /** Whether the agent's browser has been gone for longer than the grace time. */
    public boolean isGone(String login) {
        AgentBrowser browser = em.find(AgentBrowser.class, login);
        Instant limit = limit();
        return up().isBefore(limit) && (browser == null || browser.seenAt().isBefore(limit));
    }

    /** Who is signed in, has no call up and is gone. */
    public List<String> gone() {
        Instant limit = limit();
        if (!up().isBefore(limit)) {
            return List.of();
        }
        return em.createQuery("""
                        select p.login from Presence p where p.seat.endpoint is not null and p.phone = :idle
                          and p.login not in (select b.login from AgentBrowser b where b.seenAt >= :limit)
                        """, String.class)
                .setParameter("idle", PhoneState.IDLE)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Whether nothing rings or talks there. */
    public static boolean isFree(Presence presence) {
        return presence.phone() == PhoneState.IDLE;
    }

    /** Since when somebody could be seen: from the first time that is asked. */
    private synchronized Instant up() {
        if (up == null) {
            up = clock.instant();
        }
        return up;
    }

    private Instant limit() {
        return clock.instant().minus(rules.telephony().grace()).minus(REPORTED_WITHIN);
    }
}
