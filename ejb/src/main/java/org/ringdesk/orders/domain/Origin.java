package org.ringdesk.orders.domain;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;

/** Where an order comes from: the channel, the customer, and the call it is taken in. */
public record Origin(
        long channelId,
        long customerId,
        Currency currency,
        @Nullable CallId call) {

    String draftKey(String agent) {
        return agent + '/' + channelId + '/' + customerId + '/' + (call == null ? "" : call);
    }
}
