package org.ringdesk.cti.call;

import java.util.LinkedHashSet;
import java.util.Set;

/** A set of channels that hear each other, unless it is one where they wait for someone. */
final class Bridge {
    final String id;
    final Set<Channel> members = new LinkedHashSet<>();
    boolean holding;

    Bridge(String id) {
        this.id = id;
    }
}
