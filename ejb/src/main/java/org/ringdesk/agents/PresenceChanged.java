package org.ringdesk.agents;

/** An agent's wish changed and the PBX has to hear of it; observed after the transaction. */
public record PresenceChanged(String login) {}
