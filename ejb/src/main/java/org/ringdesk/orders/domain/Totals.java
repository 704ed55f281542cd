package org.ringdesk.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;
import org.ringdesk.pricing.Priced;
import org.ringdesk.shared.Money;

/** An order's sums, as last priced. */
@Embeddable
public class Totals {
    @Column(precision = 19, scale = 4)
    private BigDecimal goods = BigDecimal.ZERO;

    @Column(precision = 19, scale = 4)
    private BigDecimal discount = BigDecimal.ZERO;

    @Column(precision = 19, scale = 4)
    private BigDecimal charges = BigDecimal.ZERO;

    @Column(precision = 19, scale = 4)
    private BigDecimal tax = BigDecimal.ZERO;

    @Column(precision = 19, scale = 4)
    private BigDecimal total = BigDecimal.ZERO;

    protected Totals() {}

    static Totals nothing() {
        return new Totals();
    }

    static Totals of(Priced priced) {
        Totals totals = new Totals();
        totals.goods = priced.goods().amount();
        totals.discount = priced.discount().amount();
        totals.charges = priced.charges().amount();
        totals.tax = priced.tax().amount();
        totals.total = priced.total().amount();
        return totals;
    }

    Money goods(Currency currency) {
        return Money.of(goods, currency);
    }

    Money discount(Currency currency) {
        return Money.of(discount, currency);
    }

    Money charges(Currency currency) {
        return Money.of(charges, currency);
    }

    Money tax(Currency currency) {
        return Money.of(tax, currency);
    }

    Money total(Currency currency) {
        return Money.of(total, currency);
    }
}
