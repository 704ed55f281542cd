package org.ringdesk.cti.call;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.wire.AmiMessage;

/** Calls that wait at a numbered place until somebody takes them. */
final class Parking {
    private final Floor floor;
    private final Story story;

    Parking(Floor floor, Story story) {
        this.floor = floor;
        this.story = story;
    }

    void parked(AmiMessage message) throws Malformed {
        Channel who = floor.required(message, "parkee");
        if (who.parked) {
            return;
        }
        who.parked = true;
        floor.revive(who);
        Call call = who.call;
        call.principal = who.party ? who : call.principal;
        Transfers.withoutTarget(story, call);
        String space = message.text("parkingspace", "");
        story.tell(call, who, List.of(), (pbx, seq, at, id) -> new CallEvent.Parked(pbx, seq, at, id, who.leg, space));
    }

    void ended(AmiMessage message) {
        Channel who = floor.channel(message, "parkee");
        if (who == null || !who.parked) {
            return;
        }
        Channel retriever = floor.channel(message, "retriever");
        taken(who, retriever == null ? null : retriever.leg);
    }

    /** These talk: the PBX sometimes says that only before it says that one of them took the other from its place. */
    void met(Set<Channel> together) {
        for (Channel who : together) {
            if (who.parked) {
                together.stream().filter(channel -> channel != who).findFirst().ifPresent(by -> taken(who, by.leg));
            }
        }
    }

    private void taken(Channel who, @Nullable Leg by) {
        who.parked = false;
        story.tell(
                who.call, who, List.of(), (pbx, seq, at, id) -> new CallEvent.Unparked(pbx, seq, at, id, who.leg, by));
    }
}
