package org.ringdesk.cti.ami;

import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.call.Trunks;

/**
 * Where a PBX is and who we are there. The password is in no text of it.
 *
 * @param password empty when telephony is switched off
 * @param dialContext the dialplan context in which agents' numbers are dialled
 */
public record PbxSettings(
        PbxId name,
        String host,
        int port,
        boolean tls,
        String user,
        String password,
        Trunks trunks,
        String dialContext) {

    public boolean off() {
        return password.isEmpty();
    }

    @Override
    public String toString() {
        return name + " (" + user + " at " + host + ':' + port + ')';
    }
}
