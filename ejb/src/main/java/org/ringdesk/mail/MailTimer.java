package org.ringdesk.mail;

import static java.util.logging.Level.WARNING;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.ringdesk.mail.gateway.MailServer;
import org.ringdesk.mail.gateway.Outgoing;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Writes what was queued and hands it to the mail server, outside any transaction. What is due stands in the database. */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailTimer {
    private static final Logger LOG = Logger.getLogger(MailTimer.class.getName());
    private static final int BATCH = 50;

    @Inject
    private MailSteps steps;

    @Inject
    private MailServer server;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void run() {
        for (long id : steps.unwritten(BATCH)) {
            write(id);
        }
        if (server.isThere()) {
            for (long id : steps.due(BATCH)) {
                send(id);
            }
        }
    }

    private void write(long id) {
        try {
            steps.write(id);
        } catch (EJBException | Refusal e) {
            LOG.log(WARNING, e, () -> "Mail " + id + " could not be written");
            steps.notWritten(id);
        }
    }

    private void send(long id) {
        try {
            steps.claim(id).ifPresent(this::send);
        } catch (EJBException | Refusal e) {
            LOG.log(WARNING, e, () -> "Mail " + id + " could not be sent; it will be tried again");
        }
    }

    private void send(Outgoing mail) {
        steps.answered(mail.id(), server.send(mail));
    }
}
