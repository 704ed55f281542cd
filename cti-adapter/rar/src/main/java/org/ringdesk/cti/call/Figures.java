package org.ringdesk.cti.call;

/**
 * What a call model has done.
 *
 * @param unknown messages of a kind it does not know
 * @param malformed messages that lacked what their kind must have
 */
public record Figures(long handled, long unknown, long malformed, int channels, int calls) {}
