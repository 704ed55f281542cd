package org.ringdesk.pricing;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

/**
 * What a channel charges besides its prices. The delivery charge contains tax where the prices do.
 *
 * @param freeDeliveryAbove goods worth at least this are delivered free; null: never
 * @param taxPercents by class of goods, e.g. STANDARD to 19
 */
public record Terms(
        String country,
        boolean pricesIncludeTax,
        Money deliveryCharge,
        @Nullable Money freeDeliveryAbove,
        Map<String, BigDecimal> taxPercents) {
    /** The class of goods that delivery is taxed as. */
    public static final String STANDARD = "STANDARD";

    public static Terms of(ChannelView channel, Map<String, BigDecimal> taxPercents) {
        return new Terms(
                channel.country(),
                channel.pricesIncludeTax(),
                channel.deliveryCharge(),
                channel.freeDeliveryAbove(),
                Map.copyOf(taxPercents));
    }

    /** @throws Refusal {@code pricing.tax.missing} when the country has no rate for the class */
    public BigDecimal taxPercent(String taxClass) {
        BigDecimal percent = taxPercents.get(taxClass);
        if (percent == null) {
            throw new Refusal("pricing.tax.missing", taxClass, country);
        }
        return percent;
    }
}
