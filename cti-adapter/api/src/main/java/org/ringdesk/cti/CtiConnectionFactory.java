package org.ringdesk.cti;

import jakarta.resource.Referenceable;
import java.io.Serializable;

/** Gives connections for commands; looked up as {@code java:/eis/cti}. */
public interface CtiConnectionFactory extends Serializable, Referenceable {
    /** A connection to the only, or the first configured, PBX; close it after use. */
    CtiConnection getConnection() throws CtiException;
}
