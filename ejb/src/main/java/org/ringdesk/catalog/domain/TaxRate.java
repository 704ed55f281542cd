package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.TaxRateView;

/** A country's rate for a class of goods, from one day to another. */
@Entity
@Table(name = "tax_rate")
public class TaxRate {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tax_rate_id")
    @SequenceGenerator(name = "tax_rate_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private String country;

    @Column(name = "tax_class")
    private String taxClass;

    @Column(precision = 6, scale = 3)
    private BigDecimal percent;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected TaxRate() {}

    public TaxRate(TaxRateView wanted) {
        country = wanted.country();
        taxClass = wanted.taxClass();
        validFrom = wanted.from();
        revise(wanted);
    }

    public final void revise(TaxRateView wanted) {
        percent = wanted.percent();
        validTo = wanted.to();
    }

    public TaxRateView view() {
        return new TaxRateView(country, taxClass, percent, validFrom, validTo, version);
    }

    public boolean beginsOn(@Nullable LocalDate day) {
        return Objects.equals(validFrom, day);
    }

    public long version() {
        return version;
    }
}
