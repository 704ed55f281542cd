package org.ringdesk.customers.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.SearchText;

/** Somebody who buys. */
@Entity
@Table(name = "customer")
public class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_id")
    @SequenceGenerator(name = "customer_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private CustomerNumber number;

    /** The same as text, for queries by a part of it. */
    @Column(name = "number", insertable = false, updatable = false)
    private String numberText;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private @Nullable String company;
    private @Nullable String email;
    private String language;
    private String country;

    @Column(name = "search_name")
    private String searchName;

    @Column(name = "on_account")
    private boolean onAccount;

    @Column(name = "credit_limit", precision = 19, scale = 4)
    private BigDecimal creditLimit = BigDecimal.ZERO;

    @Column(name = "created_at")
    private Instant createdAt;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CustomerPhone> phones = new ArrayList<>();

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CustomerAddress> addresses = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    public Customer(CustomerNumber number, Registration typed, Instant now) {
        this.number = number;
        this.numberText = number.value();
        this.firstName = typed.firstName();
        this.lastName = typed.lastName();
        this.company = typed.company();
        this.email = typed.email();
        this.language = typed.language();
        this.country = typed.address().country();
        this.searchName = typed.searchName();
        this.createdAt = now;
        phones.add(new CustomerPhone(this, 1, typed.phone(), "MAIN"));
        addresses.add(new CustomerAddress(this, 1, typed.address()));
    }

    public boolean isTheOneTyped(Registration typed) {
        return searchName.equals(typed.searchName())
                && phones().contains(typed.phone())
                && addresses.stream()
                        .map(CustomerAddress::view)
                        .anyMatch(a -> sameText(a.street(), typed.address().street())
                                && sameText(a.postalCode(), typed.address().postalCode()));
    }

    private static boolean sameText(String one, String other) {
        return SearchText.of(one).equals(SearchText.of(other));
    }

    private List<PhoneNumber> phones() {
        return phones.stream().map(CustomerPhone::number).toList();
    }

    public long id() {
        return id;
    }

    public boolean mayBuyOnAccount() {
        return onAccount;
    }

    /** In the currency of the order it is compared with. */
    public BigDecimal creditLimit() {
        return creditLimit;
    }

    public CustomerView view() {
        return new CustomerView(
                id,
                number,
                firstName,
                lastName,
                company,
                email,
                language,
                country,
                onAccount,
                phones(),
                addresses.stream().map(CustomerAddress::view).toList());
    }
}
