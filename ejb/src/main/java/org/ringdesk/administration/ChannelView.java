package org.ringdesk.administration;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * A channel as other rooms need it.
 *
 * @param country whose taxes and number format apply, ISO 3166 alpha-2
 * @param language the channel's own, {@code de} or {@code en}
 * @param paymentMethods names of the methods it takes: CARD, CHECK, ACCOUNT
 * @param freeDeliveryAbove goods worth at least this are delivered free; null: never free
 */
public record ChannelView(
        long id,
        ChannelCode code,
        String name,
        String orderPrefix,
        String country,
        Currency currency,
        ZoneId zone,
        String language,
        boolean pricesIncludeTax,
        Set<String> paymentMethods,
        Money deliveryCharge,
        @Nullable Money freeDeliveryAbove)
        implements Serializable {}
