package org.ringdesk.orders;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.MarginLevel;
import org.ringdesk.shared.Money;

/**
 * A price that an agent may not give asks for somebody who may. Fired in the transaction whenever it is asked or ends.
 *
 * @param version of the request: a later state has a higher one
 * @param agent login of who has the order now
 * @param askedBy display name
 * @param position the order's line; product and quantity are those that it was asked for
 * @param found what the rules say one unit costs
 * @param unit that the quantity is counted in, in the channel's language; pieces have none
 * @param wanted for one unit
 * @param margin in percent of the price wanted without tax, or null when nobody knows what it costs us
 * @param reason in the channel's language
 * @param words of the agent, may be empty
 * @param answerUntil when it times out
 * @param endedBy display name of who answered it, or changed the order so that it was withdrawn; else null
 * @param agreed the price that was approved, or null
 * @param answer the supervisor's words, may be empty
 */
public record PriceRequestView(
        long id,
        long version,
        OrderNumber order,
        String customer,
        String channel,
        String agent,
        String askedBy,
        int position,
        String product,
        int quantity,
        String unit,
        Money found,
        Money wanted,
        @Nullable BigDecimal margin,
        MarginLevel marginLevel,
        String reason,
        String words,
        Instant askedAt,
        Instant answerUntil,
        PriceRequestState state,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable Money agreed,
        String answer)
        implements Serializable {}
