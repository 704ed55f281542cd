package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What things are counted in, e.g. pieces or boxes. */
@Entity
@Table(name = "measure")
public class Measure {
    @Id
    private String code;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_de")
    private String nameDe;

    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    public String code() {
        return code;
    }

    public String name(String language) {
        return "de".equals(language) ? nameDe : nameEn;
    }
}
