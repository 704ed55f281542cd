package org.ringdesk.administration;

/**
 * A new key.
 *
 * @param secret what the system sends; nobody can read it again
 */
public record IssuedKey(ApiKeyView key, String secret) {
    /** So that the secret gets into no log. */
    @Override
    public String toString() {
        return key.toString();
    }
}
