package org.ringdesk.cti;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Who sits in the queues of a PBX, as it said itself while the link was brought into step; told before {@link LinkState#LIVE}.
 * What was commanded in that moment may not be in it yet.
 */
public record QueueMembers(PbxId pbx, long seq, Instant at, List<Member> members) implements CtiEvent {
    public QueueMembers {
        members = List.copyOf(members);
    }

    /**
     * One device's place in one queue.
     *
     * @param endpoint as {@link CtiConnection#joinQueues} names it, e.g. {@code PJSIP/1001}
     * @param penalty lower is asked first
     * @param reason why it is paused; empty when it is not, or the PBX does not say
     */
    public record Member(String endpoint, String queue, int penalty, boolean paused, String reason)
            implements Serializable {}
}
