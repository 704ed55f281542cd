package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Pieces of a product that are somebody's until they leave. */
@Entity
@Table(name = "stock_claim")
@IdClass(Claim.Key.class)
public class Claim {
    @Id
    private long holder;

    @Id
    @Column(name = "product_id")
    private long product;

    private int pieces;

    @Version
    private long version;

    protected Claim() {}

    public Claim(long holder, long product, int pieces) {
        this.holder = holder;
        this.product = product;
        this.pieces = pieces;
    }

    public long product() {
        return product;
    }

    public int pieces() {
        return pieces;
    }

    public void pieces(int now) {
        pieces = now;
    }

    /** One claim a holder and product. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long holder;
        private long product;

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Key k && holder == k.holder && product == k.product;
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(holder) + Long.hashCode(product);
        }
    }
}
