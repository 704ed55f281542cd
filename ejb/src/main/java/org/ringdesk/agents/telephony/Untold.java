package org.ringdesk.agents.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.UserView.QueuePlace;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.domain.Presence;
import org.ringdesk.agents.domain.Presence.Wish;

/** The wishes that the PBX has not taken yet. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Untold {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    @Inject
    private Users users;

    /** One agent's places as the PBX should have them; the version says which wish this is. */
    public record Seat(
            String login,
            String name,
            String endpoint,
            Wish wish,
            boolean paused,
            String reason,
            List<QueuePlace> places,
            long version) {}

    public List<Seat> seats() {
        return em
                .createQuery("select p from Presence p where p.told = false order by p.login", Presence.class)
                .getResultList()
                .stream()
                .map(this::seat)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Done, unless the agent changed their mind meanwhile. */
    public void told(Seat seat) {
        Presence presence = em.find(Presence.class, seat.login());
        if (presence != null && presence.version() == seat.version()) {
            presence.told();
        }
    }

    private Optional<Seat> seat(Presence presence) {
        return users.find(presence.login())
                .filter(user -> user.endpoint() != null)
                .map(user -> seat(presence, user));
    }

    private static Seat seat(Presence presence, UserView user) {
        boolean paused = presence.wish() != Wish.READY;
        String reason =
                presence.pauseReason() == null ? "" : presence.pauseReason().name();
        return new Seat(
                user.login(),
                user.displayName(),
                Objects.requireNonNull(user.endpoint()),
                presence.wish(),
                paused,
                reason,
                user.queues(),
                presence.version());
    }
}
