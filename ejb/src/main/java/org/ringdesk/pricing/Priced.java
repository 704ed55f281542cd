package org.ringdesk.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.ringdesk.shared.Money;

/**
 * What it costs. All amounts are in whole minor units of the currency and never below zero.
 *
 * @param lines in the order of the basket
 * @param goods the sum of the lines
 * @param tax contained in the total where prices include it, else part of the sum that makes it
 * @param details every amount with the rule that gave it, in the order in which they were found
 */
public record Priced(List<Line> lines, Money goods, Money charges, Money tax, Money total, List<Detail> details) {

    /** @param amount quantity times unit price, rounded */
    public record Line(int position, BigDecimal taxPercent, Money amount) {}

    /**
     * @param rule {@code base-price}, {@code delivery}, {@code delivery-free}, {@code tax-included} or {@code tax-added}
     * @param subject the line's position, or the tax percentage, or nothing
     */
    public record Detail(String rule, String subject, Money amount) {}
}
