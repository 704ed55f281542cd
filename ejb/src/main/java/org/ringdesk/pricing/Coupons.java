package org.ringdesk.pricing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.pricing.store.CouponBook;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Counts the uses of coupons, in the transaction in which the order that uses them moves. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SYSTEM})
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Coupons {
    @Inject
    private CouponBook book;

    @Inject
    private Clock clock;

    /**
     * Takes the coupons for the order. Of two orders that want the last use one gets it.
     *
     * @param order the order's id
     * @throws Refusal {@code pricing.coupon.used-up}
     */
    public void redeem(ChannelView channel, Set<String> codes, long order, long customer) {
        if (codes.isEmpty()) {
            return;
        }
        book.use(channel, codes, new CouponBook.Use(order, customer, clock.instant()));
        book.overdrawn(channel, codes, customer).ifPresent(code -> {
            throw new Refusal("pricing.coupon.used-up", code);
        });
    }

    /** Gives back what the order took, if it took any. */
    public void giveBack(long order) {
        book.giveBack(order);
    }
}
