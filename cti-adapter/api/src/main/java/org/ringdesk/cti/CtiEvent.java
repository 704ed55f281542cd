package org.ringdesk.cti;

import java.io.Serializable;
import java.time.Instant;

/**
 * One thing that happened on a PBX. Events of one PBX are delivered in order of {@link #seq()}, each until a listener has
 * taken it; after a failure one may come again with the same {@code seq}, so listeners ignore what they have seen.
 */
public sealed interface CtiEvent extends Serializable permits CallEvent, DeviceChanged, LinkChanged, QueueMembers {
    PbxId pbx();

    /** Rises within a PBX, across restarts of the adapter and from one server to the next; gaps are normal. */
    long seq();

    /** When it happened by the PBX's clock where that is sent, else when it was read. */
    Instant at();
}
