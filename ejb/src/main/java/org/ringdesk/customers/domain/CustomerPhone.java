package org.ringdesk.customers.domain;

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
import org.ringdesk.shared.PhoneNumber;

/** A number a customer calls from; the same number may be several customers'. */
@Entity
@Table(name = "customer_phone")
public class CustomerPhone {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_phone_id")
    @SequenceGenerator(name = "customer_phone_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    /** The same as a number, so that a query need not join the customer. */
    @Column(name = "customer_id", insertable = false, updatable = false)
    private long customerId;

    private int position;
    private String e164;
    private String kind;

    @SuppressWarnings("NullAway.Init")
    protected CustomerPhone() {}

    CustomerPhone(Customer customer, int position, PhoneNumber number, String kind) {
        this.customer = customer;
        this.position = position;
        this.e164 = number.e164();
        this.kind = kind;
    }

    int position() {
        return position;
    }

    void position(int now) {
        position = now;
    }

    PhoneNumber number() {
        return new PhoneNumber(e164);
    }
}
