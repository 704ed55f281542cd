package org.ringdesk.agents.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.AgentState;
import org.ringdesk.agents.AgentView;
import org.ringdesk.agents.CallWrappedUp;
import org.ringdesk.agents.Extension;
import org.ringdesk.agents.PresenceChanged;
import org.ringdesk.agents.domain.AfterCall;
import org.ringdesk.agents.domain.AgentTransition;
import org.ringdesk.agents.domain.News;
import org.ringdesk.agents.domain.Presence;
import org.ringdesk.agents.domain.VacatedSeat;
import org.ringdesk.agents.telephony.PhoneBook;
import org.ringdesk.shared.Refusal;

/**
 * The presences, and the one way in which a change of one is kept and told. Who changes one has it locked from reading it on:
 * agent, PBX and clock change the same ones, and neither an event nor a click is tried twice for that.
 */
@ApplicationScoped
public class Presences {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    @Inject
    private Users users;

    @Inject
    private PhoneBook phones;

    @Inject
    private Clock clock;

    @Inject
    private Event<AgentView> changes;

    @Inject
    private Event<PresenceChanged> wishes;

    @Inject
    private Event<CallWrappedUp> endings;

    /** To be looked at only. */
    public @Nullable Presence find(String login) {
        return em.find(Presence.class, login);
    }

    public @Nullable Presence locked(String login) {
        return em.find(Presence.class, login, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locked; a new one for who had none. */
    public Presence of(String login) {
        Presence known = locked(login);
        if (known == null) {
            known = new Presence(login, clock.instant());
            em.persist(known);
        }
        return known;
    }

    /** Who sits at the phones, to be looked at only; what else is under way need not be written for this. */
    public List<Presence> at(Collection<String> endpoints) {
        return endpoints.isEmpty() ? List.of() : sitting(endpoints).getResultList();
    }

    /** Who sits at the phones, locked in an order that is always the same. */
    public List<Presence> lockedAt(Collection<String> endpoints) {
        return endpoints.isEmpty()
                ? List.of()
                : sitting(endpoints).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<Presence> sitting(Collection<String> endpoints) {
        return em.createQuery(
                        "select p from Presence p where p.seat.endpoint in :endpoints order by p.login", Presence.class)
                .setParameter("endpoints", endpoints)
                .setFlushMode(FlushModeType.COMMIT);
    }

    /** Those that there are, locked in an order that is always the same. */
    public List<Presence> locked(Collection<String> logins) {
        if (logins.size() < 2) {
            // may be locked already
            return logins.stream().map(this::locked).filter(Objects::nonNull).toList();
        }
        return em.createQuery("select p from Presence p where p.login in :logins order by p.login", Presence.class)
                .setParameter("logins", logins)
                .setFlushMode(FlushModeType.COMMIT)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    public List<Presence> all() {
        return em.createQuery("select p from Presence p", Presence.class).getResultList();
    }

    /** Whose work after a call has had its time. */
    public List<String> overdue(Instant now) {
        return em.createQuery("select p.login from Presence p where p.work.until <= :now", String.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** Keeps and tells what changed: to the PBX, to the screens, to who keeps calls. */
    public AgentView changed(Presence presence) {
        List<CallWrappedUp> ended = keep(presence);
        em.flush();
        return tell(presence, ended);
    }

    /** With one flush. */
    public void changed(Collection<Presence> all) {
        Map<Presence, List<CallWrappedUp>> kept = new LinkedHashMap<>();
        all.forEach(presence -> kept.put(presence, keep(presence)));
        if (!kept.isEmpty()) {
            em.flush();
            kept.forEach(this::tell);
        }
    }

    private List<CallWrappedUp> keep(Presence presence) {
        News news = presence.takeNews();
        news.vacated().forEach(phone -> em.persist(new VacatedSeat(phone)));
        if (news.moved()) {
            em.persist(new AgentTransition(presence));
        }
        return news.wrappedUp();
    }

    private AgentView tell(Presence presence, List<CallWrappedUp> ended) {
        ended.forEach(endings::fire);
        tellPbx(presence);
        AgentView view = view(
                users.find(presence.login()).orElseThrow(() -> new Refusal("user.unknown", presence.login())),
                presence);
        changes.fire(view);
        return view;
    }

    public void tellPbx(Presence presence) {
        if (!presence.isTold()) {
            wishes.fire(new PresenceChanged(presence.login()));
        }
    }

    private @Nullable String pbxOf(Presence presence) {
        return presence.endpoint() == null
                ? null
                : phones.pbxOf(new Extension(presence.endpoint())).value();
    }

    public AgentView view(UserView user, @Nullable Presence presence) {
        if (presence == null) {
            return new AgentView(
                    user.login(),
                    user.displayName(),
                    null,
                    null,
                    AgentState.SIGNED_OUT,
                    null,
                    null,
                    null,
                    null,
                    null,
                    clock.instant(),
                    0);
        }
        boolean up = presence.state() != presence.next();
        return new AgentView(
                user.login(),
                user.displayName(),
                presence.endpoint(),
                pbxOf(presence),
                presence.state(),
                presence.reason(),
                up ? presence.next() : null,
                up ? presence.pauseReason() : null,
                presence.work().map(AfterCall::view).orElse(null),
                presence.notice(),
                presence.since(),
                presence.version());
    }
}
