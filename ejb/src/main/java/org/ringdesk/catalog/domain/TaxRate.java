package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.TaxRateView;

/** A country's rate for a class of goods. */
@Entity
@Table(name = "tax_rate")
@IdClass(TaxRate.Key.class)
public class TaxRate {
    @Id
    private String country;

    @Id
    @Column(name = "tax_class")
    private String taxClass;

    @Column(precision = 6, scale = 3)
    private BigDecimal percent;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected TaxRate() {}

    public TaxRate(String country, String taxClass) {
        this.country = country;
        this.taxClass = taxClass;
        this.percent = BigDecimal.ZERO;
    }

    public void percent(BigDecimal now) {
        percent = now;
    }

    public TaxRateView view() {
        return new TaxRateView(country, taxClass, percent, version);
    }

    public String taxClass() {
        return taxClass;
    }

    public BigDecimal percent() {
        return percent;
    }

    /** One rate a country and class. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String country = "";
        private String taxClass = "";

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Key k && country.equals(k.country) && taxClass.equals(k.taxClass);
        }

        @Override
        public int hashCode() {
            return 31 * country.hashCode() + taxClass.hashCode();
        }
    }
}
