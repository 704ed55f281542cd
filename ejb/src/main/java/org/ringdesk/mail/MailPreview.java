package org.ringdesk.mail;

import java.io.Serializable;

/** What a mail would look like. */
public record MailPreview(MailKind kind, String language, String subject, String plain, String html)
        implements Serializable {}
