package org.ringdesk.administration;

import java.io.Serializable;

/** A sales channel's short name, e.g. {@code DE}: 2 to 8 capitals, digits or hyphens. */
public record ChannelCode(String value) implements Serializable {
    public ChannelCode {
        if (!value.matches("[A-Z0-9][A-Z0-9-]{1,7}")) {
            throw new IllegalArgumentException("Not a channel code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
