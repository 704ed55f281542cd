package org.ringdesk.payments.gateway;

import org.ringdesk.shared.Money;

/**
 * What a gateway is asked to authorize.
 *
 * @param key the same however often it is sent; the gateway does it once
 * @param token stands for a card that only the gateway knows
 */
public record Charge(String key, String token, Money amount) {

    /** Without the token, for logs. */
    @Override
    public String toString() {
        return "Charge " + key + ' ' + amount;
    }
}
