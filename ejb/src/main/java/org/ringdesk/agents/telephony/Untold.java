package org.ringdesk.agents.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.UserView.QueuePlace;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.Extension;
import org.ringdesk.agents.domain.Presence;
import org.ringdesk.agents.domain.VacatedSeat;
import org.ringdesk.cti.PbxId;

/** What the PBX has not taken yet. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Untold {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    @Inject
    private Users users;

    /**
     * One agent's places as the PBX should have them.
     *
     * @param phone null for one who has left
     * @param pause why calls are kept away, empty when they are not
     * @param joined whether the PBX has the places and needs to hear of the pause alone
     */
    public record Seat(
            String login,
            String name,
            @Nullable Extension phone,
            String pause,
            boolean joined,
            List<QueuePlace> places) {

        /** Whether it is still what the agent wishes; it was told for nothing otherwise, and is told anew. */
        boolean isWished(Presence now) {
            return Objects.equals(phone, phoneOf(now)) && pause.equals(now.pauseText()) && joined == now.isJoined();
        }

        /** Empty for the first one, which also hears of those who left. */
        Optional<PbxId> pbx() {
            return phone == null ? Optional.empty() : phone.pbx();
        }
    }

    /** A phone that was left. */
    public record Vacated(long id, Extension phone) {
        /** Empty for the first one. */
        Optional<PbxId> pbx() {
            return phone.pbx();
        }
    }

    public List<Seat> seats() {
        return em
                .createQuery("select p from Presence p where p.seat.told = false order by p.login", Presence.class)
                .getResultList()
                .stream()
                .map(this::seat)
                .flatMap(Optional::stream)
                .toList();
    }

    /** To be read after the seats: then the phone of each seat has been left by whoever sat there before. */
    public List<Vacated> vacated() {
        return em.createQuery("select v from VacatedSeat v order by v.id", VacatedSeat.class).getResultList().stream()
                .map(v -> new Vacated(v.id(), new Extension(v.endpoint())))
                .toList();
    }

    /** Done, unless the agent changed their mind meanwhile. */
    public void told(Seat seat) {
        Presence presence = em.find(Presence.class, seat.login(), LockModeType.PESSIMISTIC_WRITE);
        if (presence != null && seat.isWished(presence)) {
            presence.told();
        }
    }

    public void told(Vacated seat) {
        em.createQuery("delete from VacatedSeat v where v.id = :id")
                .setParameter("id", seat.id())
                .executeUpdate();
    }

    private Optional<Seat> seat(Presence presence) {
        return users.find(presence.login()).map(user -> seat(presence, user));
    }

    private static @Nullable Extension phoneOf(Presence presence) {
        return presence.endpoint() == null ? null : new Extension(presence.endpoint());
    }

    private static Seat seat(Presence presence, UserView user) {
        return new Seat(
                user.login(),
                user.displayName(),
                phoneOf(presence),
                presence.pauseText(),
                presence.isJoined(),
                user.queues());
    }
}
