package org.ringdesk.cti.ami;

/**
 * Who we are on a PBX. The password is in no text of it.
 *
 * @param password empty when this log-in is not used
 */
public record Login(String user, String password) {
    public static final Login NONE = new Login("", "");

    public boolean off() {
        return password.isEmpty();
    }

    @Override
    public String toString() {
        return user;
    }
}
