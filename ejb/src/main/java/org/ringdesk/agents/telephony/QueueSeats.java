package org.ringdesk.agents.telephony;

import static java.util.logging.Level.WARNING;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import org.ringdesk.administration.UserView;
import org.ringdesk.agents.PresenceChanged;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnection.Membership;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;
import org.ringdesk.shared.Role;

/**
 * Carries the agents' wishes to the PBX: at once when one changes, and every few seconds those that it has not taken yet. The
 * list of the untold is in the database, so a restart on either side loses none.
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

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private SessionContext context;

    public void onWish(@Observes(during = TransactionPhase.AFTER_SUCCESS) PresenceChanged change) {
        executor.execute(context.getBusinessObject(QueueSeats.class)::tell);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void tell() {
        List<Untold.Seat> seats = untold.seats();
        if (seats.isEmpty()) {
            return;
        }
        try (CtiConnection pbx = telephony.getConnection()) {
            for (Untold.Seat seat : seats) {
                take(pbx, seat);
                untold.told(seat);
            }
        } catch (CtiException e) {
            LOG.log(WARNING, "Agents'' queue places wait for the PBX: {0}", e.getMessage());
        }
    }

    private static void take(CtiConnection pbx, Untold.Seat seat) {
        List<String> queues =
                seat.places().stream().map(UserView.QueuePlace::queue).toList();
        switch (seat.wish()) {
            case READY, PAUSED ->
                pbx.joinQueues(
                        seat.endpoint(),
                        seat.name(),
                        seat.places().stream()
                                .map(p -> new Membership(p.queue(), p.penalty()))
                                .toList(),
                        seat.paused(),
                        seat.reason());
            case SIGNED_OUT -> pbx.leaveQueues(seat.endpoint(), queues);
        }
    }
}
