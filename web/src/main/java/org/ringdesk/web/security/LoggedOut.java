package org.ringdesk.web.security;

/** A session of that user ended: by log-out or because it was too long unused. */
public record LoggedOut(String login) {}
