package org.ringdesk.catalog;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.shared.Money;

/**
 * A product as merchandise systems keep it, whether it is sold or not.
 *
 * @param category code
 * @param stock pieces on hand, those that orders have claimed with them
 * @param prices one a channel at most, in order of their codes
 */
public record ProductSheet(
        ProductNumber number,
        String nameEn,
        String nameDe,
        String category,
        @Nullable String barcode,
        String taxClass,
        String picture,
        boolean active,
        int stock,
        List<Price> prices)
        implements Serializable {

    /** What it costs in a channel before anything is taken off. */
    public record Price(ChannelCode channel, Money price) implements Serializable {}
}
