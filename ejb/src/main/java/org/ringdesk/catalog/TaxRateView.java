package org.ringdesk.catalog;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A country's rate for a class of goods.
 *
 * @param country ISO 3166 alpha-2
 * @param from the first day that it counts on, null: always; the same for {@code to}, the last one
 */
public record TaxRateView(
        String country,
        String taxClass,
        BigDecimal percent,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long version)
        implements Serializable {}
