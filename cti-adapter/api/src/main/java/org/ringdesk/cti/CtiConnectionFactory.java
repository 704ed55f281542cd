package org.ringdesk.cti;

import jakarta.resource.Referenceable;
import java.io.Serializable;

/** Gives connections for commands; looked up as {@code java:/eis/cti}. Close each after use. */
public interface CtiConnectionFactory extends Serializable, Referenceable {
    /** A connection to the only, or the first configured, PBX. */
    CtiConnection getConnection() throws CtiException;

    /** A connection to the PBX of that name; {@code UNAVAILABLE} when none of that name is configured. */
    CtiConnection getConnection(PbxId pbx) throws CtiException;
}
