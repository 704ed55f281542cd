package org.ringdesk.pricing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ringdesk.pricing.RuleKind;

/** Where each kind of rule is kept. */
@ApplicationScoped
public class RuleTables {
    @Inject
    private DiscountTable discounts;

    @Inject
    private CouponTable coupons;

    @Inject
    private SourceTable sources;

    @Inject
    private ChargeTable charges;

    @Inject
    private GroupTable groups;

    @Inject
    private AgreementTable agreements;

    @Inject
    private UnitTable units;

    @Inject
    private TaxTable taxes;

    @Inject
    private LimitTable limits;

    @Inject
    private ControlTable controls;

    public RuleTable of(RuleKind kind) {
        return switch (kind) {
            case DISCOUNT -> discounts;
            case COUPON -> coupons;
            case SOURCE -> sources;
            case CHARGE -> charges;
            case GROUP -> groups;
            case AGREEMENT -> agreements;
            case UNIT -> units;
            case TAX -> taxes;
            case LIMIT -> limits;
            case CONTROL -> controls;
        };
    }
}
