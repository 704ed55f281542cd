package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.ProductNumber;

/** Something that can be sold, in the channels that have a price for it. */
@Entity
@Table(name = "product")
public class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "product_id")
    @SequenceGenerator(name = "product_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private ProductNumber number;

    /** The same as text, for queries by a part of it. */
    @Column(name = "number", insertable = false, updatable = false)
    private String numberText;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_de")
    private String nameDe;

    @Column(name = "search_name")
    private String searchName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category_id")
    private Category category;

    private String picture;
    private @Nullable String barcode;

    @Column(name = "tax_class")
    private String taxClass;

    private int stock;
    private boolean active;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    public long id() {
        return id;
    }

    public ProductNumber number() {
        return number;
    }
}
