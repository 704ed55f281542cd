package org.ringdesk.orders.domain;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.ringdesk.orders.InvoiceView;
import org.ringdesk.shared.Money;

/** That something that left was invoiced by the system that writes invoices. */
@Entity
@Table(name = "invoice")
public class Invoice {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_id")
    @SequenceGenerator(name = "invoice_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private SalesOrder order;

    private String number;

    /** In the order's currency. */
    @Column(precision = 19, scale = 4)
    private BigDecimal amount;

    private Instant at;
    private String who;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Invoice() {}

    public Invoice(SalesOrder order, Stamp by, String number, Money amount) {
        this.order = order;
        this.number = number;
        this.amount = amount.amount();
        this.at = by.at();
        this.who = by.who();
    }

    public InvoiceView view(Currency currency) {
        return new InvoiceView(number, Money.of(amount, currency), at);
    }
}
