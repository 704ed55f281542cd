package org.ringdesk.cti.phone;

import java.util.concurrent.ThreadLocalRandom;

/** Words that are not used twice: tags, branches, call ids. */
final class Tokens {
    private Tokens() {}

    static String next() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }
}
