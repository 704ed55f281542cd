package org.ringdesk.agents;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.domain.Presence;
import org.ringdesk.agents.domain.Presence.Wish;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Signing in to the phone, ready and pause. The PBX is told after the wish is stored; where it cannot be reached the wish is
 * kept and carried out when the link is live again. Every change fires an {@link AgentView}.
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class AgentDesk {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    @Inject
    private Users users;

    @Inject
    private Clock clock;

    @Inject
    private Event<AgentView> changes;

    @Inject
    private Event<PresenceChanged> wishes;

    @Resource
    private SessionContext context;

    public AgentView me() {
        UserView user = users.me();
        return view(user, em.find(Presence.class, user.login()));
    }

    /** @throws Refusal {@code agent.no-extension} for a user without a phone */
    public AgentView ready() {
        return wish(Wish.READY, null);
    }

    /** @throws Refusal {@code agent.no-extension} for a user without a phone */
    public AgentView pause(PauseReason reason) {
        return wish(Wish.PAUSED, reason);
    }

    public AgentView signOut() {
        return wish(Wish.SIGNED_OUT, null);
    }

    /** Everyone with an extension, for the floor. */
    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    public List<AgentView> everyone() {
        Map<String, Presence> presences =
                em.createQuery("select p from Presence p", Presence.class).getResultList().stream()
                        .collect(Collectors.toMap(Presence::login, Function.identity()));
        return users.all().stream()
                .filter(u -> u.endpoint() != null && u.roles().contains(Role.AGENT))
                .map(u -> view(u, presences.get(u.login())))
                .toList();
    }

    /** The agent's phone began to do something else. */
    @RolesAllowed(Role.TELEPHONY)
    public void phone(String login, PhoneState state) {
        Presence presence = presence(login);
        if (presence.phone(state, clock.instant())) {
            announce(presence);
        }
    }

    /** A PBX is in step again: it hears every wish anew, for it may have restarted. */
    @RolesAllowed(Role.TELEPHONY)
    public void tellAgain() {
        for (Presence presence :
                em.createQuery("select p from Presence p", Presence.class).getResultList()) {
            presence.tellAgain();
            wishes.fire(new PresenceChanged(presence.login()));
        }
    }

    private AgentView wish(Wish wish, @Nullable PauseReason reason) {
        if (users.me().endpoint() == null) {
            throw new Refusal("agent.no-extension");
        }
        Presence presence = presence(context.getCallerPrincipal().getName());
        presence.wish(wish, reason, clock.instant());
        wishes.fire(new PresenceChanged(presence.login()));
        return announce(presence);
    }

    private Presence presence(String login) {
        Presence known = em.find(Presence.class, login);
        if (known == null) {
            known = new Presence(login, clock.instant());
            em.persist(known);
        }
        return known;
    }

    private AgentView announce(Presence presence) {
        em.flush();
        AgentView view = view(
                users.find(presence.login()).orElseThrow(() -> new Refusal("user.unknown", presence.login())),
                presence);
        changes.fire(view);
        return view;
    }

    private AgentView view(UserView user, @Nullable Presence presence) {
        if (presence == null) {
            return new AgentView(
                    user.login(), user.displayName(), user.endpoint(), AgentState.SIGNED_OUT, null, clock.instant(), 0);
        }
        return new AgentView(
                user.login(),
                user.displayName(),
                user.endpoint(),
                presence.state(),
                presence.pauseReason(),
                presence.since(),
                presence.version());
    }
}
