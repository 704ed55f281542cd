package org.ringdesk.cti.ra;

import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.ami.PbxSettings;

/** The configured PBXs while the adapter runs, the first one first. Each has its own links, lines and order of events. */
final class Exchanges {
    private final Map<PbxId, Exchange> byName = new LinkedHashMap<>();

    /** {@code all} is not empty and names each PBX once. */
    Exchanges(List<PbxSettings> all, WorkManager works, Clock clock) {
        for (PbxSettings one : all) {
            byName.put(one.name(), new Exchange(one, works, clock));
        }
    }

    Exchange first() {
        return byName.values().iterator().next();
    }

    /** The exchange of that name; the first one for null. */
    Exchange of(@Nullable PbxId pbx) {
        Exchange found = pbx == null ? first() : byName.get(pbx);
        if (found == null) {
            throw new CtiException(CtiException.Kind.UNAVAILABLE, "No PBX of that name is configured: " + pbx);
        }
        return found;
    }

    /** Follows the PBX that the bean asks for, or all where it names none. */
    void follow(MessageEndpointFactory endpoints, CtiActivation spec) throws WorkException {
        for (Exchange exchange : byName.values()) {
            exchange.follow(endpoints, spec);
        }
    }

    void unfollow(MessageEndpointFactory endpoints) {
        byName.values().forEach(exchange -> exchange.unfollow(endpoints));
    }

    void close() {
        byName.values().forEach(Exchange::close);
    }
}
