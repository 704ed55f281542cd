package org.ringdesk.mail;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.ringdesk.administration.ChannelView;

/**
 * How a channel writes to its customers.
 *
 * @param replyTo where answers go, empty: to the sender
 * @param kinds what is written about; none: nothing is
 * @param languages that are written, {@code de} or {@code en}; who reads none of them gets the first
 * @param version to be given back when it is saved; 0 when there is none yet
 */
public record MailProfileView(
        ChannelView channel,
        String senderName,
        String senderAddress,
        String replyTo,
        Set<MailKind> kinds,
        List<String> languages,
        long version)
        implements Serializable {}
