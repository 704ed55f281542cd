package org.ringdesk.cti.ami;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.call.Trunks;

/**
 * Where a PBX is and who we are there.
 *
 * @param login for events and commands
 * @param queueLog the PBX's queue log, where we may read it: tells the calls that nobody saw; else null
 * @param system a second one for the few actions that only {@code system} may send; {@link Login#NONE} where there is none
 */
public record PbxSettings(
        PbxId name,
        String host,
        int port,
        boolean tls,
        Login login,
        Login system,
        Trunks trunks,
        Dialplan dialplan,
        @Nullable Path queueLog) {

    /** Whether telephony is switched off: nothing is connected without a password. */
    public boolean off() {
        return login.off();
    }

    @Override
    public String toString() {
        return name + " (" + login + " at " + host + ':' + port + ')';
    }
}
