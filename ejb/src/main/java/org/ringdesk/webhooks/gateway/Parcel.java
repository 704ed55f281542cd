package org.ringdesk.webhooks.gateway;

import java.util.List;
import org.ringdesk.orders.FeedEvent;

/**
 * Events on their way to a receiver.
 *
 * @param delivery the same at every attempt
 * @param secret to sign it with
 */
public record Parcel(long webhook, String url, String delivery, String secret, List<FeedEvent> events) {
    public long first() {
        return events.get(0).sequence();
    }

    public long last() {
        return events.get(events.size() - 1).sequence();
    }

    @Override
    public String toString() {
        return "Parcel[" + delivery + ']';
    }
}
