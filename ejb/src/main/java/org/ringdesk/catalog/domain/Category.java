package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** What products are grouped by. */
@Entity
@Table(name = "product_category")
public class Category {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "category_id")
    @SequenceGenerator(name = "category_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private String code;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_de")
    private String nameDe;

    @SuppressWarnings("NullAway.Init")
    protected Category() {}

    public String code() {
        return code;
    }

    public String name(String language) {
        return "de".equals(language) ? nameDe : nameEn;
    }
}
