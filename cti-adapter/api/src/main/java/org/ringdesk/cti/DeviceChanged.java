package org.ringdesk.cti;

import java.time.Instant;

/**
 * A queue member's device can be reached, or cannot: it is not registered or unknown to the PBX. Told when it changes, when a
 * device joins a queue, and of every member when the link comes back; so one may be told that says nothing new.
 *
 * @param endpoint the device, e.g. {@code PJSIP/1001}; for a member on a Local channel the real device
 */
public record DeviceChanged(PbxId pbx, long seq, Instant at, String endpoint, boolean reachable) implements CtiEvent {}
