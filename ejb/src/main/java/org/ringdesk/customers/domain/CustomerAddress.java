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
import org.ringdesk.customers.CustomerDetails;
import org.ringdesk.customers.CustomerView;

/** Where a customer lives or wants parcels. */
@Entity
@Table(name = "customer_address")
public class CustomerAddress {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_address_id")
    @SequenceGenerator(name = "customer_address_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    private Customer customer;

    /** The same as a number, so that a query need not join the customer. */
    @Column(name = "customer_id", insertable = false, updatable = false)
    private long customerId;

    private int position;
    private String kind;
    private String street;

    @Column(name = "postal_code")
    private String postalCode;

    private String city;
    private String country;

    @SuppressWarnings("NullAway.Init")
    protected CustomerAddress() {}

    CustomerAddress(Customer customer, int position, CustomerView.Address address) {
        this.customer = customer;
        now(position, address);
    }

    final void now(int at, CustomerView.Address address) {
        this.position = at;
        this.kind = address.kind();
        this.street = address.street();
        this.postalCode = address.postalCode();
        this.city = address.city();
        this.country = address.country();
    }

    long id() {
        return id;
    }

    int position() {
        return position;
    }

    CustomerDetails.Place place() {
        return new CustomerDetails.Place(id, kind, street, postalCode, city, country);
    }

    CustomerView.Address view() {
        return new CustomerView.Address(kind, street, postalCode, city, country);
    }
}
