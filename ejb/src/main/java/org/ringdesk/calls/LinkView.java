package org.ringdesk.calls;

import java.io.Serializable;
import java.time.Instant;
import org.ringdesk.cti.LinkState;

/** How the link to a PBX stands; screens say in words that telephony is offline unless it is LIVE. */
public record LinkView(String pbx, LinkState state, String detail, Instant since) implements Serializable {}
