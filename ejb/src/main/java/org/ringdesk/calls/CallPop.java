package org.ringdesk.calls;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.OrderSummary;

/**
 * Everything an agent's screen shows of a call; each carries the whole state, so that the latest one alone is enough.
 *
 * @param agent the login whose screen it is for; empty for a call that waits, which only the floor shows
 * @param version rises with every change of the call: a screen keeps the highest it has seen
 * @param number the caller's number in E.164; null when withheld or unreadable
 * @param numberShown as dialled in the channel's country, or the raw text when it is no number; null when withheld
 * @param callerName what the network calls the caller, or null; text from outside
 * @param via what the dialled number stands for, or null
 * @param dialledShown the dialled number for people, or null
 * @param matches customers with that number: none, one, or several to choose from
 * @param chosen the matched or chosen customer, or null
 * @param lastOrders of the chosen customer, ten at most, the latest first
 * @param order the number of the draft or order taken in this call, or null
 * @param controls what its agent can do with it
 */
public record CallPop(
        String agent,
        CallId call,
        long version,
        CallState state,
        boolean withheld,
        @Nullable String number,
        @Nullable String numberShown,
        @Nullable String callerName,
        @Nullable ChannelCode channel,
        @Nullable String via,
        @Nullable String dialledShown,
        @Nullable String queue,
        Instant startedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        List<CustomerView> matches,
        @Nullable CustomerNumber chosen,
        List<OrderSummary> lastOrders,
        @Nullable String order,
        CallControls controls)
        implements Serializable {}
