package org.ringdesk.cti;

import java.io.Serializable;

/**
 * One party's channel in a call.
 *
 * @param channel the channel's name, e.g. {@code PJSIP/1001-0000002a}; it does not change in the channel's life
 * @param uniqueId the channel's key on its PBX
 * @param endpoint the device behind it, e.g. {@code PJSIP/1001}; for a queue member on a Local channel the real device
 */
public record Leg(String channel, String uniqueId, String endpoint) implements Serializable {}
