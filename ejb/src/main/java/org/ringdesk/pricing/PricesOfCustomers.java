package org.ringdesk.pricing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.ringdesk.pricing.store.CouponBook;
import org.ringdesk.pricing.store.GroupBook;
import org.ringdesk.shared.Role;

/** What a customer has of price groups and used coupons, when two customers become one or are two again. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.MERGING})
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class PricesOfCustomers {
    @Inject
    private CouponBook coupons;

    @Inject
    private GroupBook groups;

    /** The one has the other's groups, too, and has used what it used. To be called when its orders have gone. */
    public void give(long merge, long from, long to) {
        groups.give(merge, from, to);
        coupons.follow(from, to);
    }

    /** Groups that it had from this merge only are its own no longer; uses go with the orders that went back before. */
    public void giveBack(long merge, long from, long to) {
        groups.takeBack(merge, from);
        coupons.follow(from, to);
    }
}
