package org.ringdesk.administration;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Money;

/**
 * A channel as other rooms need it.
 *
 * @param country whose taxes and number format apply, ISO 3166 alpha-2
 * @param language the channel's own, {@code de} or {@code en}
 * @param paymentMethods names of the methods it takes: CARD, CHECK, ACCOUNT, GIFT_CARD, PREPAYMENT
 * @param deliveryModes its ways to send, the usual one first
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
        List<DeliveryMode> deliveryModes,
        Money deliveryCharge,
        @Nullable Money freeDeliveryAbove)
        implements Serializable {

    public Optional<DeliveryMode> deliveryMode(@Nullable String code) {
        return deliveryModes.stream().filter(m -> m.code().equals(code)).findFirst();
    }

    /** Working days from the shelf to the customer, by the usual mode where another is not known. */
    public int deliveryDays(@Nullable String code) {
        return deliveryMode(code)
                .or(() -> deliveryModes.stream().findFirst())
                .map(DeliveryMode::days)
                .orElse(0);
    }
}
