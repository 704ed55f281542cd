package org.ringdesk.mail.gateway;

import org.jspecify.annotations.Nullable;
import org.ringdesk.mail.domain.Written;

/**
 * A mail on its way out.
 *
 * @param id that it is kept by
 * @param messageId with its angle brackets
 */
public record Outgoing(
        long id,
        String messageId,
        String senderName,
        String sender,
        @Nullable String replyTo,
        String to,
        String language,
        Written words) {}
