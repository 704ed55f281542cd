package org.ringdesk.cti;

import java.io.Serializable;

/** The configured name of one PBX, e.g. {@code berlin}: lower-case letters, digits and hyphens, 32 at most. */
public record PbxId(String value) implements Serializable {
    public PbxId {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("Not a PBX name: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
