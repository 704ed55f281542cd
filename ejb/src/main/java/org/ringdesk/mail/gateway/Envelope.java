package org.ringdesk.mail.gateway;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.ringdesk.mail.domain.MailText;

/** A mail as it goes over the wire: the text, and the same as a page for programs that show one. */
final class Envelope extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private Envelope(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMessage message(Session session, Outgoing mail, Instant now) throws MessagingException {
        Envelope message = new Envelope(session, mail.messageId());
        message.setFrom(address(mail.sender(), mail.senderName()));
        message.setRecipient(Message.RecipientType.TO, address(mail.to(), ""));
        String replyTo = mail.replyTo();
        if (replyTo != null) {
            message.setReplyTo(new InternetAddress[] {address(replyTo, "")});
        }
        message.setSubject(MailText.oneLine(mail.words().subject()), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language());
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(mail.words().plain(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.words().html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    /** @throws MessagingException for what is more or less than one address */
    private static InternetAddress address(String address, String name) throws MessagingException {
        if (!MailText.isAddress(address)) {
            throw new MessagingException("Not an address");
        }
        try {
            InternetAddress plain = new InternetAddress(address, true);
            if (!name.isEmpty()) {
                plain.setPersonal(MailText.oneLine(name), UTF_8);
            }
            return plain;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library would make up another one at each attempt. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
