/**
 * The rules of prices and the calculation by them: plain Java, every step takes the sheet as the steps before left it.
 *
 * <p>How discounts compete, after Dynamics 365 Commerce with one priority:
 *
 * <ol>
 *   <li>Exclusive ones go first. Pieces that one reaches get nothing else, even if something else were cheaper. Of several
 *       exclusive ones the customer gets what saves most; thresholds compete like the others.
 *   <li>The pieces left get either one best price discount or all compounded ones together, whichever saves more, line by line.
 *       A best price discount on several lines (mix and match, threshold) wins if the order becomes cheaper by it.
 *   <li>Compounded ones come off one after the other, each of what the one before left: prices, amounts, percentages, each by
 *       their code, then thresholds.
 *   <li>A discount that needs a coupon competes like any other once its coupon counts.
 *   <li>A line whose price was given by hand gets no discount and counts towards none.
 * </ol>
 */
@NullMarked
package org.ringdesk.pricing.domain;

import org.jspecify.annotations.NullMarked;
