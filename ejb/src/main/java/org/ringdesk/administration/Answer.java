package org.ringdesk.administration;

import java.io.Serializable;

/**
 * What a system was answered.
 *
 * @param status of HTTP; from 400 on nothing was done
 * @param body JSON
 */
public record Answer(int status, String body) implements Serializable {
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    public boolean isRefusal() {
        return status >= REFUSED;
    }

    /** Whether the same would come of it if it were asked again; a fault of ours may pass. */
    public boolean isFinal() {
        return status < FAILED;
    }
}
