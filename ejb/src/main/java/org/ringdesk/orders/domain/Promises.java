package org.ringdesk.orders.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.Availability;

/** When the goods of an order's lines come, as things stand; what one line takes is not there for the next of the same product. */
public final class Promises {
    private final Map<Integer, Promise> byPosition = new HashMap<>();

    /**
     * @param available pieces that there are for the line
     * @param missing how many of its pieces are not there
     * @param day when all of it is with the customer, or null when nobody knows
     */
    public record Promise(
            int available,
            int missing,
            boolean allowed,
            @Nullable LocalDate day) {}

    /** @param stock by product id, with what the order itself has claimed */
    public static Promises of(SalesOrder order, ChannelView channel, LocalDate today, Map<Long, Availability> stock) {
        Promises promises = new Promises();
        Map<Long, Integer> taken = new HashMap<>();
        for (OrderLine line : order.lines()) {
            int before = taken.getOrDefault(line.productId(), 0);
            Availability there =
                    stock.getOrDefault(line.productId(), Availability.NONE).with(-before);
            int pieces = line.waitingPieces();
            promises.byPosition.put(
                    line.position(),
                    new Promise(
                            Math.max(0, there.available()),
                            there.missing(pieces),
                            there.allows(pieces),
                            there.promise(pieces, today, line.deliveryDays(channel))
                                    .orElse(null)));
            taken.merge(line.productId(), pieces, Integer::sum);
        }
        return promises;
    }

    Promise of(OrderLine line) {
        return byPosition.getOrDefault(line.position(), new Promise(0, 0, true, null));
    }
}
