package org.ringdesk.agents;

import org.ringdesk.cti.PbxId;

/**
 * A phone as events tell of it.
 *
 * @param endpoint as that PBX knows it, e.g. {@code PJSIP/1001}; another PBX may have one of the same name
 */
public record Phone(PbxId pbx, String endpoint) {}
