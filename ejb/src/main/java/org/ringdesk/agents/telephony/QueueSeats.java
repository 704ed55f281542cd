package org.ringdesk.agents.telephony;

import static java.util.logging.Level.FINE;
import static java.util.logging.Level.WARNING;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.ringdesk.administration.Queues;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnection.Membership;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.Turn;
import org.ringdesk.shared.Turns;

/**
 * Carries the agents' wishes to the PBX: at once when one changes ({@link Wishes}), and every few seconds those that it has not taken yet. The
 * list of the untold is in the database, so a restart on either side loses none. Of several servers one tells at a time.
 */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueSeats {
    private static final Logger LOG = Logger.getLogger(QueueSeats.class.getName());

    @Resource(lookup = "java:/eis/cti")
    private CtiConnectionFactory telephony;

    @Inject
    private Untold untold;

    @Inject
    private Queues queues;

    @Inject
    private Turns turns;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    @AccessTimeout(value = 5, unit = TimeUnit.MINUTES)
    public void tell() {
        if (!untold.seats().isEmpty() || !untold.vacated().isEmpty()) {
            turns.inTurn(Turn.QUEUE_SEATS, this::tellInTurn);
        }
    }

    /** What another server has told meanwhile is not told again, and never an older wish after a newer one. */
    private void tellInTurn() {
        List<Untold.Seat> seats = untold.seats();
        List<Untold.Vacated> left = untold.vacated();
        Stream.concat(left.stream().map(Untold.Vacated::pbx), seats.stream().map(Untold.Seat::pbx))
                .distinct()
                .forEach(at -> tell(
                        at,
                        left.stream().filter(seat -> seat.pbx().equals(at)).toList(),
                        seats.stream().filter(seat -> seat.pbx().equals(at)).toList()));
    }

    /** @param at empty for the first PBX */
    private void tell(Optional<PbxId> at, List<Untold.Vacated> left, List<Untold.Seat> seats) {
        try (CtiConnection pbx = at.isEmpty() ? telephony.getConnection() : telephony.getConnection(at.get())) {
            for (Untold.Vacated seat : left) {
                carryOut(() -> leave(pbx, seat.phone().device(), queues.names()), () -> untold.told(seat));
            }
            for (Untold.Seat seat : seats) {
                carryOut(() -> take(pbx, seat), () -> untold.told(seat));
            }
        } catch (CtiException e) {
            LOG.log(WARNING, "Agents'' queue places wait for their PBX: {0}", e.getMessage());
        }
    }

    /** What the PBX refuses to one agent is tried again later and keeps nobody else waiting. */
    private static void carryOut(Runnable command, Runnable told) {
        try {
            command.run();
        } catch (CtiException e) {
            if (e.kind() != CtiException.Kind.REFUSED && e.kind() != CtiException.Kind.INVALID) {
                throw e;
            }
            LOG.log(WARNING, "An agent''s queue places are not as wished: {0}", e.getMessage());
            return;
        }
        try {
            told.run();
        } catch (RuntimeException e) {
            LOG.log(FINE, "Changed meanwhile, so it is told again", e);
        }
    }

    /** All queues that we know of, whether the phone is in them or not; one that the PBX does not have is none to leave. */
    private static void leave(CtiConnection pbx, String phone, List<String> queues) {
        for (String queue : queues) {
            try {
                pbx.leaveQueues(phone, List.of(queue));
            } catch (CtiException e) {
                if (e.kind() != CtiException.Kind.REFUSED) {
                    throw e;
                }
                LOG.log(FINE, "{0} is not left: {1}", new Object[] {queue, e.getMessage()});
            }
        }
    }

    private static void take(CtiConnection pbx, Untold.Seat seat) {
        if (seat.phone() == null || seat.places().isEmpty()) {
            return;
        }
        String phone = seat.phone().device();
        boolean paused = !seat.pause().isEmpty();
        if (seat.joined()) {
            try {
                pbx.pause(phone, paused, seat.pause());
                return;
            } catch (CtiException e) {
                if (e.kind() != CtiException.Kind.REFUSED) {
                    throw e;
                }
                LOG.log(FINE, "The PBX has forgotten {0}", phone);
            }
        }
        List<Membership> places = seat.places().stream()
                .map(p -> new Membership(p.queue(), p.penalty()))
                .toList();
        pbx.joinQueues(phone, seat.name(), places, paused, seat.pause());
    }
}
