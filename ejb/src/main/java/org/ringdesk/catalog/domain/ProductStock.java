package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.ringdesk.catalog.Receipt;

/** How many pieces of a product there are, as they were last counted less what left since, and how many of them are claimed. */
@Entity
@Table(name = "product_stock")
public class ProductStock {
    @Id
    @Column(name = "product_id")
    private long product;

    @Column(name = "on_hand")
    private int onHand;

    private int reserved;

    /** As {@link Receipt#write} does. */
    private String expected = "";

    @Version
    private long version;

    protected ProductStock() {}

    public ProductStock(long product) {
        this.product = product;
    }

    public long product() {
        return product;
    }

    public int onHand() {
        return onHand;
    }

    public int available() {
        return onHand - reserved;
    }

    /** They were counted, the claimed ones with them. */
    public void counted(int pieces) {
        onHand = pieces;
    }

    public List<Receipt> expected() {
        return Receipt.readAll(expected);
    }

    public void expect(List<Receipt> receipts) {
        expected = Receipt.write(receipts);
    }

    /** @param more below zero for fewer */
    public void reserve(int more) {
        reserved += more;
    }

    /** What leaves was there: if it was not known to be, the count was behind. */
    public void leave(int pieces) {
        onHand = Math.max(0, onHand - pieces);
    }
}
