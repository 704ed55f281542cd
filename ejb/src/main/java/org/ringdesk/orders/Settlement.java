package org.ringdesk.orders;

import java.util.Currency;
import org.ringdesk.shared.Money;

/** What an order must hear about its money before it moves on; said by whoever takes the money. */
public interface Settlement {

    /** The payments taken down for the order, without those declined or taken back. */
    Money recorded(long orderId, Currency currency);

    /** The payments that are certain: authorized, or booked by ourselves. */
    Money secured(long orderId, Currency currency);
}
