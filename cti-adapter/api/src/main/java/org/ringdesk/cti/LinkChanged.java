package org.ringdesk.cti;

import java.time.Instant;

/**
 * The link to a PBX changed.
 *
 * @param detail for an admin: the PBX's version when live, the cause otherwise; never a secret
 */
public record LinkChanged(PbxId pbx, long seq, Instant at, LinkState state, String detail) implements CtiEvent {}
