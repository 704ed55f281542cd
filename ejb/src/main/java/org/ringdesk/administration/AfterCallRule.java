package org.ringdesk.administration;

import java.io.Serializable;

/**
 * How much time a queue's agents have after a call.
 *
 * @param seconds the limit, or the fixed time; 5 to 3600, and 0 without after-call work
 * @param extensions how often an agent may have more, 0 to 10; never of a fixed time
 * @param extensionSeconds how much more each time, 5 to 3600; 0 where there are no extensions
 * @param codeRequired whether the work can be finished only with a wrap-up code
 */
public record AfterCallRule(AfterCallMode mode, int seconds, int extensions, int extensionSeconds, boolean codeRequired)
        implements Serializable {
    public static final AfterCallRule NONE = new AfterCallRule(AfterCallMode.NONE, 0, 0, 0, false);
    public static final int SHORTEST = 5;
    public static final int LONGEST = 3600;
    public static final int MOST_EXTENSIONS = 10;

    public AfterCallRule {
        boolean work = mode != AfterCallMode.NONE;
        boolean more = extensions > 0;
        if (work != (seconds != 0) || work && !isTime(seconds)) {
            throw new IllegalArgumentException("Not a time after a call: " + seconds);
        }
        if (extensions < 0 || extensions > MOST_EXTENSIONS || more && (!work || mode == AfterCallMode.FIXED)) {
            throw new IllegalArgumentException(mode + " cannot be extended " + extensions + " times");
        }
        if (more != (extensionSeconds != 0) || more && !isTime(extensionSeconds)) {
            throw new IllegalArgumentException("Not a time to extend by: " + extensionSeconds);
        }
        if (codeRequired && !work) {
            throw new IllegalArgumentException("A code cannot be required where there is no time for it");
        }
    }

    public static boolean isTime(int seconds) {
        return seconds >= SHORTEST && seconds <= LONGEST;
    }
}
