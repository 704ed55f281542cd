package org.ringdesk.mail.gateway;

import static java.util.logging.Level.WARNING;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ringdesk.mail.MailProblem;

/** Hands mails to the mail server by SMTP. Where it is, the server's mail session knows; how we log in, we do. */
@ApplicationScoped
public class MailServer {
    private static final Logger LOG = Logger.getLogger(MailServer.class.getName());
    private static final String PATIENCE = "10000";

    @Resource(lookup = "java:jboss/mail/ringdesk")
    private Session place;

    @Inject
    @ConfigProperty(name = "ringdesk.mail.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "ringdesk.mail.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "ringdesk.mail.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "ringdesk.mail.tls", defaultValue = "starttls")
    private String tls;

    @Inject
    private Clock clock;

    /** Without a host there is no mail server, and what is queued waits. */
    public boolean isThere() {
        return host.filter(h -> !h.isBlank()).isPresent();
    }

    /** Waits for ten seconds at most at each step. */
    public Outcome send(Outgoing mail) {
        Session session = session();
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = Envelope.message(session, mail, clock.instant());
            if (user.filter(u -> !u.isBlank()).isPresent()) {
                transport.connect(user.get(), password.orElse(""));
            } else {
                transport.connect();
            }
            Address[] to = message.getAllRecipients();
            transport.sendMessage(message, to);
            return new Outcome.Sent();
        } catch (AuthenticationFailedException e) {
            return new Outcome.Failed(MailProblem.LOG_IN, "", false);
        } catch (SendFailedException e) {
            boolean unknown = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
            return unknown
                    ? new Outcome.Failed(MailProblem.ADDRESS_REFUSED, Said.by(e), true)
                    : new Outcome.Failed(MailProblem.REFUSED, Said.by(e), false);
        } catch (MessagingException e) {
            LOG.log(WARNING, "No mail went out: {0}", e.getClass().getName());
            return new Outcome.Failed(MailProblem.NO_CONNECTION, "", false);
        }
    }

    private Session session() {
        Properties settings = new Properties();
        settings.putAll(place.getProperties());
        settings.put("mail.transport.protocol", "smtp");
        settings.put("mail.smtp.connectiontimeout", PATIENCE);
        settings.put("mail.smtp.timeout", PATIENCE);
        settings.put("mail.smtp.writetimeout", PATIENCE);
        settings.put(
                "mail.smtp.auth",
                Boolean.toString(user.filter(u -> !u.isBlank()).isPresent()));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.starttls.enable", Boolean.toString(tls.equals("starttls")));
        settings.put("mail.smtp.starttls.required", Boolean.toString(tls.equals("starttls")));
        settings.put("mail.smtp.ssl.enable", Boolean.toString(tls.equals("tls")));
        return Session.getInstance(settings);
    }
}
