package org.ringdesk.customers.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.QueryHint;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerDetails;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.SearchText;

/** Somebody who buys. */
@Entity
@Table(name = "customer")
@NamedQuery(
        name = Customer.ROWS_BY_PHONE,
        query = """
            select new org.ringdesk.customers.store.CustomerRow(
                c.id, c.number, c.firstName, c.lastName, c.company, c.email, c.language, c.country, c.onAccount, c.alert,
                p.id, p.e164, a.id, a.kind, a.street, a.postalCode, a.city, a.country)
            from Customer c join c.phones p left join c.addresses a
            where c.id in (select q.customerId from CustomerPhone q where q.e164 = :number)
              and c.mergedInto is null
            order by c.createdAt, c.id, p.position, a.position
            """,
        hints = {
            @QueryHint(name = "eclipselink.jdbc.max-rows", value = "" + Customer.MOST_ROWS),
            @QueryHint(name = "eclipselink.flush", value = "false")
        })
public class Customer {
    /** Named, and with its hints here, for it is asked for every call: only so is it translated to SQL once. */
    public static final String ROWS_BY_PHONE = "Customer.rowsByPhone";

    public static final int MOST_ROWS = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_id")
    @SequenceGenerator(name = "customer_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private CustomerNumber number;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private @Nullable String company;
    private @Nullable String email;
    private String language;
    private String country;

    private @Nullable String alert;

    @Embedded
    private SearchedBy searchedBy;

    @Column(name = "on_account")
    private boolean onAccount;

    @Column(name = "credit_limit", precision = 19, scale = 4)
    private BigDecimal creditLimit = BigDecimal.ZERO;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private @Nullable Instant changedAt;

    @Column(name = "changed_by")
    private @Nullable String changedBy;

    /** The id of the customer who turned out to be the same person and has everything since. */
    @Column(name = "merged_into")
    private @Nullable Long mergedInto;

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
        this.firstName = typed.firstName();
        this.lastName = typed.lastName();
        this.company = typed.company();
        this.email = typed.email();
        this.language = typed.language();
        this.country = typed.address().country();
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        phones.add(new CustomerPhone(this, 1, typed.phone(), "MAIN"));
        addresses.add(new CustomerAddress(this, 1, typed.address()));
        index();
    }

    /** With more numbers than the one that is asked for at the phone. */
    public Customer(CustomerNumber number, Registration typed, List<PhoneNumber> more, Instant now) {
        this(number, typed, now);
        more.forEach(phone -> phones.add(new CustomerPhone(this, phones.size() + 1, phone, "OTHER")));
        index();
    }

    /** What {@link #revise} would leave as it is. */
    public Revision kept() {
        return new Revision(
                firstName,
                lastName,
                company,
                email,
                language,
                alert,
                phones(),
                addresses.stream()
                        .map(a -> new Revision.Place(a.id(), a.view()))
                        .toList());
    }

    /** As typed now; numbers and addresses that stay are the same ones. */
    public void revise(Revision typed, String who, Instant now) {
        firstName = typed.firstName();
        lastName = typed.lastName();
        company = typed.company();
        email = typed.email();
        language = typed.language();
        alert = typed.alert();
        country = typed.addresses().get(0).address().country();
        keepPhones(typed.phones());
        keepAddresses(typed.addresses());
        touch(who, now);
    }

    private void keepPhones(List<PhoneNumber> wanted) {
        Map<PhoneNumber, CustomerPhone> known = new HashMap<>();
        phones.forEach(p -> known.putIfAbsent(p.number(), p));
        phones.removeIf(p -> known.get(p.number()) != p || !wanted.contains(p.number()));
        for (PhoneNumber number : wanted) {
            CustomerPhone phone = known.get(number);
            if (phone == null) {
                phones.add(new CustomerPhone(this, wanted.indexOf(number) + 1, number, "OTHER"));
            } else {
                phone.position(wanted.indexOf(number) + 1);
            }
        }
        phones.sort(Comparator.comparingInt(CustomerPhone::position));
    }

    private void keepAddresses(List<Revision.Place> wanted) {
        Map<Long, CustomerAddress> known =
                addresses.stream().collect(Collectors.toMap(CustomerAddress::id, Function.identity()));
        addresses.removeIf(
                a -> wanted.stream().noneMatch(w -> Long.valueOf(a.id()).equals(w.id())));
        int position = 0;
        for (Revision.Place place : wanted) {
            CustomerAddress address = place.id() == null ? null : known.remove(place.id());
            if (address == null) {
                addresses.add(new CustomerAddress(this, ++position, place.address()));
            } else {
                address.now(++position, place.address());
            }
        }
        addresses.sort(Comparator.comparingInt(CustomerAddress::position));
    }

    /** Another customer turned out to be the same person and has everything of this one now; null when they are two again. */
    public void mergedInto(@Nullable Long other) {
        mergedInto = other;
    }

    /** A warning is not lost because the two are one. */
    public void takeAlertOf(Customer other) {
        alert = alert == null ? other.alert : alert;
    }

    public @Nullable Long mergedInto() {
        return mergedInto;
    }

    /** Numbers or addresses came or went. */
    public void touch(String who, Instant now) {
        changedAt = now.truncatedTo(ChronoUnit.MICROS);
        changedBy = who;
        index();
    }

    private void index() {
        searchedBy = new SearchedBy(
                number, SearchedBy.name(firstName, lastName, company), email, phones(), view().addresses());
    }

    public boolean isTheOneTyped(Registration typed) {
        return searchedBy.name().equals(SearchedBy.name(typed.firstName(), typed.lastName(), typed.company()))
                && phones().contains(typed.phone())
                && view().addresses().stream()
                        .anyMatch(a -> sameText(a.street(), typed.address().street())
                                && sameText(a.postalCode(), typed.address().postalCode()));
    }

    private static boolean sameText(String one, String other) {
        return SearchText.of(one).equals(SearchText.of(other));
    }

    private List<PhoneNumber> phones() {
        return phones.stream().map(CustomerPhone::number).distinct().toList();
    }

    public long id() {
        return id;
    }

    public CustomerNumber number() {
        return number;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant changedAt() {
        return changedAt;
    }

    public @Nullable String changedBy() {
        return changedBy;
    }

    /** With their ids, the preferred one of a kind first. */
    public List<CustomerDetails.Place> places() {
        return addresses.stream().map(CustomerAddress::place).toList();
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
                alert,
                phones(),
                addresses.stream().map(CustomerAddress::view).toList());
    }
}
