package org.ringdesk.mail.domain;

/** What a mail says: its subject in one line, and the same content as text and as a page. */
public record Written(String subject, String plain, String html) {}
