package org.ringdesk.customers;

import java.time.LocalDate;

/**
 * What a customer said about being written to or called.
 *
 * @param on the day on which it was said, today or before
 * @param source where it was said, e.g. "on the telephone"; 80 characters at most
 */
public record ConsentSaid(ConsentChannel channel, boolean given, LocalDate on, String source) {}
