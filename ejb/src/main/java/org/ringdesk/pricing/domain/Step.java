package org.ringdesk.pricing.domain;

import org.ringdesk.pricing.Terms;

/** One rule of the calculation. */
@FunctionalInterface
public interface Step {
    Sheet apply(Sheet sheet, Terms terms);
}
