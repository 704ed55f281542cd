package org.ringdesk.catalog.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a product is sold, as kept. */
@Embeddable
public class SaleRules {
    private boolean backorder = true;

    @Column(name = "lead_days")
    private @Nullable Integer leadDays;

    @Column(name = "sell_from")
    private @Nullable LocalDate sellFrom;

    @Column(name = "sell_to")
    private @Nullable LocalDate sellTo;

    @Column(name = "ship_alone")
    private boolean shipAlone;

    @Column(name = "price_adjustable")
    private boolean adjustable = true;

    private boolean returnable = true;

    protected SaleRules() {}

    /** What was not said stays as it is. */
    void revise(RulesEntry said) {
        backorder = said.backorder() == null ? backorder : said.backorder();
        leadDays = said.leadDays() == null ? leadDays : said.leadDays();
        sellFrom = said.sellFrom() == null ? sellFrom : said.sellFrom();
        sellTo = said.sellTo() == null ? sellTo : said.sellTo();
        shipAlone = said.shipAlone() == null ? shipAlone : said.shipAlone();
        adjustable = said.adjustable() == null ? adjustable : said.adjustable();
        returnable = said.returnable() == null ? returnable : said.returnable();
    }

    /** Whether {@link #revise} would change nothing. */
    boolean isAs(RulesEntry said) {
        return (said.backorder() == null || said.backorder() == backorder)
                && (said.leadDays() == null || said.leadDays().equals(leadDays))
                && (said.sellFrom() == null || said.sellFrom().equals(sellFrom))
                && (said.sellTo() == null || said.sellTo().equals(sellTo))
                && (said.shipAlone() == null || said.shipAlone() == shipAlone)
                && (said.adjustable() == null || said.adjustable() == adjustable)
                && (said.returnable() == null || said.returnable() == returnable);
    }
}
