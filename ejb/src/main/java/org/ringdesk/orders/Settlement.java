package org.ringdesk.orders;

import org.ringdesk.administration.ChannelCode;
import org.ringdesk.shared.Money;

/** What an order must hear about its money before it moves on; said by whoever takes the money. */
public interface Settlement {

    /** The payments taken down for the order, without those declined or taken back. */
    Coverage recorded(long orderId, ChannelCode channel, Money due);

    /** Those with which it may be placed: authorized, booked by ourselves, or money that is waited for. */
    Coverage secured(long orderId, ChannelCode channel, Money due);

    /** Those that are certain, so that it may be sent. */
    Coverage certain(long orderId, ChannelCode channel, Money due);
}
