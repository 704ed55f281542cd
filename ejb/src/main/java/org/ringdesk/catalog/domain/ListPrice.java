package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a product costs in a channel before anything is taken off, in the channel's currency. */
@Entity
@Table(name = "product_price")
@IdClass(ListPrice.Key.class)
public class ListPrice {
    @Id
    @Column(name = "product_id")
    private long productId;

    @Id
    @Column(name = "channel_id")
    private long channelId;

    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    @SuppressWarnings("NullAway.Init")
    protected ListPrice() {}

    public BigDecimal amount() {
        return amount;
    }

    /** One price a product and channel. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long productId;
        private long channelId;

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Key k && productId == k.productId && channelId == k.channelId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(productId, channelId);
        }
    }
}
