package org.ringdesk.orders;

import java.io.Serializable;
import org.ringdesk.shared.Money;

/**
 * How far an order's payments cover it.
 *
 * @param paid their sum
 * @param fixed what of it somebody wrote or sent as it is, a check or a transfer: it may be too much
 * @param tolerated how much may be missing; nothing unless a check is among them
 */
public record Coverage(Money paid, Money fixed, Money tolerated) implements Serializable {

    /** To the cent, but for what is tolerated, and for what came as it is. */
    public boolean covers(Money due) {
        return !due.minus(paid).minus(tolerated).isPositive()
                && !paid.minus(fixed).minus(due).isPositive();
    }
}
