package org.ringdesk.pricing.domain;

/** One rule of the calculation. */
@FunctionalInterface
public interface Step {
    Sheet apply(Sheet sheet, Rules rules);
}
