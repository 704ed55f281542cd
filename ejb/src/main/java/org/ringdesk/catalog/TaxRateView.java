package org.ringdesk.catalog;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A country's rate for a class of goods.
 *
 * @param country ISO 3166 alpha-2
 */
public record TaxRateView(String country, String taxClass, BigDecimal percent, long version) implements Serializable {}
