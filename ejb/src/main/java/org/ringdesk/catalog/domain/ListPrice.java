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
import org.ringdesk.shared.Refusal;

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

    public ListPrice(Key key, BigDecimal amount) {
        this.productId = key.productId;
        this.channelId = key.channelId;
        this.amount = amount;
    }

    public void becomes(BigDecimal now) {
        amount = now;
    }

    /**
     * With a point or a comma before up to four decimals, but not exactly three: these may be meant as thousands.
     *
     * @throws Refusal {@code intake.amount}
     */
    public static BigDecimal amount(String text) {
        if (!text.matches("\\d{1,9}([.,](\\d{1,2}|\\d{4}))?")) {
            throw new Refusal("intake.amount");
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    public Key key() {
        return new Key(productId, channelId);
    }

    public long productId() {
        return productId;
    }

    public BigDecimal amount() {
        return amount;
    }

    /** One price a product and channel. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long productId;
        private long channelId;

        public Key() {}

        public Key(long productId, long channelId) {
            this.productId = productId;
            this.channelId = channelId;
        }

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
