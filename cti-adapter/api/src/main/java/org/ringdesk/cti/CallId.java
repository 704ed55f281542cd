package org.ringdesk.cti;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Our own name of a call, the same before and after a restart of either side: it is derived from the PBX and the unique id
 * of the channel with which the call began.
 */
public record CallId(UUID value) implements Serializable {

    public static CallId of(PbxId pbx, String firstUniqueId) {
        return new CallId(
                UUID.nameUUIDFromBytes((pbx.value() + '\n' + firstUniqueId).getBytes(StandardCharsets.UTF_8)));
    }

    public static CallId parse(String text) {
        return new CallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
