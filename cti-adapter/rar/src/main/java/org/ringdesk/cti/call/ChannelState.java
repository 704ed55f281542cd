package org.ringdesk.cti.call;

import org.ringdesk.cti.wire.AmiMessage;

/** A channel's state, as far as a call cares. */
enum ChannelState {
    DOWN,
    /** It calls: the PBX has not answered it. */
    CALLING,
    /** It is called and rings. */
    RINGING,
    UP;

    static ChannelState of(AmiMessage message, String prefix, ChannelState otherwise) {
        switch (message.number(prefix + "channelstate", -1)) {
            case 4 -> {
                return CALLING;
            }
            case 5 -> {
                return RINGING;
            }
            case 6 -> {
                return UP;
            }
            case -1 -> {
                return otherwise;
            }
            default -> {
                return otherwise == UP ? UP : DOWN;
            }
        }
    }
}
