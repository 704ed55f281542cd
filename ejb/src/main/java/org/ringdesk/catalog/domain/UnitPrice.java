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

/** What one of a product's further units costs in a channel where that is not its base units' price, in the channel's currency. */
@Entity
@Table(name = "product_unit_price")
@IdClass(UnitPrice.Key.class)
public class UnitPrice {
    @Id
    @Column(name = "product_id")
    private long productId;

    @Id
    private String unit;

    @Id
    @Column(name = "channel_id")
    private long channelId;

    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    @SuppressWarnings("NullAway.Init")
    protected UnitPrice() {}

    public UnitPrice(Key key, BigDecimal amount) {
        this.productId = key.productId;
        this.unit = key.unit;
        this.channelId = key.channelId;
        this.amount = amount;
    }

    public void becomes(BigDecimal now) {
        amount = now;
    }

    public Key key() {
        return new Key(productId, unit, channelId);
    }

    public long channelId() {
        return channelId;
    }

    public BigDecimal amount() {
        return amount;
    }

    /** One price a product, unit and channel. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long productId;
        private String unit = "";
        private long channelId;

        public Key() {}

        public Key(long productId, String unit, long channelId) {
            this.productId = productId;
            this.unit = unit;
            this.channelId = channelId;
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Key k && productId == k.productId && unit.equals(k.unit) && channelId == k.channelId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(productId, unit, channelId);
        }
    }
}
