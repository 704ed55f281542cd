package org.ringdesk.cti.call;

import org.ringdesk.cti.CallEvent;

/** Makes calls one when their parties meet, and says so. */
final class Merging {
    private final Floor floor;
    private final Story story;

    Merging(Floor floor, Story story) {
        this.floor = floor;
        this.story = story;
    }

    /** The call that both are now. */
    Call merge(Call one, Call other) {
        Call gone = floor.merge(one, other);
        Call lives = one.now();
        if (gone != null && gone.known && !gone.ended) {
            story.tell(lives, (pbx, seq, at, id) -> new CallEvent.Merged(pbx, seq, at, id, gone.id));
        }
        return lives;
    }
}
