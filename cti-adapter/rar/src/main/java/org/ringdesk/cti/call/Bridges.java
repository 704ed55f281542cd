package org.ringdesk.cti.call;

import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.wire.AmiMessage;

/** Keeps who is in which bridge. */
final class Bridges {
    private final Floor floor;

    Bridges(Floor floor) {
        this.floor = floor;
    }

    void enters(AmiMessage message) throws Malformed {
        String id = required(message);
        Channel channel = floor.channel(message, "");
        if (channel == null) {
            if (floor.isGone(message, "")) {
                return;
            }
            throw new Malformed("BridgeEnter without a channel");
        }
        Bridge bridge = floor.bridge(id);
        bridge.holding = "holding_bridge".equals(message.text("bridgetechnology"));
        Channel swapped = floor.known(message.text("swapuniqueid"));
        if (swapped != null && swapped.bridge == bridge) {
            floor.leave(swapped);
        }
        floor.enter(channel, bridge);
    }

    void leaves(AmiMessage message) throws Malformed {
        String id = required(message);
        Channel channel = floor.channel(message, "");
        if (channel == null) {
            if (floor.isGone(message, "")) {
                return;
            }
            throw new Malformed("BridgeLeave without a channel");
        }
        if (channel.bridge != null && channel.bridge.id.equals(id)) {
            if (channel.party && channel.call.firstToLeave == null) {
                channel.call.firstToLeave = channel;
            }
            floor.leave(channel);
        }
    }

    void destroyed(AmiMessage message) throws Malformed {
        floor.destroy(required(message));
    }

    private static String required(AmiMessage message) throws Malformed {
        @Nullable String id = message.text("bridgeuniqueid");
        if (id == null) {
            throw new Malformed(message.name() + " of no bridge");
        }
        return id;
    }
}
