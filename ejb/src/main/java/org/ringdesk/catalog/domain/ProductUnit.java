package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a product is sold by so many of its base units together, too. */
@Entity
@Table(name = "product_unit")
@IdClass(ProductUnit.Key.class)
public class ProductUnit {
    @Id
    @Column(name = "product_id")
    private long productId;

    @Id
    private String unit;

    private int pieces;
    private boolean active;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ProductUnit() {}

    public ProductUnit(Key key) {
        productId = key.productId;
        unit = key.unit;
        active = true;
    }

    public void revise(int holds, boolean sold) {
        pieces = holds;
        active = sold;
    }

    public Key key() {
        return new Key(productId, unit);
    }

    public int pieces() {
        return pieces;
    }

    public boolean isActive() {
        return active;
    }

    public long version() {
        return version;
    }

    /** One a product and measure. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long productId;
        private String unit = "";

        public Key() {}

        public Key(long productId, String unit) {
            this.productId = productId;
            this.unit = unit;
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Key k && productId == k.productId && unit.equals(k.unit);
        }

        @Override
        public int hashCode() {
            return Objects.hash(productId, unit);
        }
    }
}
