package org.ringdesk.customers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.ringdesk.customers.domain.Customer;
import org.ringdesk.customers.domain.Registration;
import org.ringdesk.customers.store.CustomerSearch;
import org.ringdesk.customers.store.Customers;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Finds and registers customers. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY, Role.SYSTEM})
public class CustomerDesk {
    private static final int ON_ONE_NUMBER = 20;
    private static final int LIST = 100;

    @Inject
    private Customers customers;

    @Inject
    private Clock clock;

    /** Those with that number, the most recently registered last; at most 20. One statement, four if they have very many phones. */
    public List<CustomerView> withPhone(PhoneNumber number) {
        return customers.seenWithPhone(number, ON_ONE_NUMBER);
    }

    /** With that number, or who a merged one with that number is now. @throws Refusal {@code customer.unknown} */
    public CustomerView get(CustomerNumber number) {
        return customers.get(number).view();
    }

    /** Those of the numbers that exist, in no order; three statements, however many. */
    public List<CustomerView> all(Collection<CustomerNumber> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : customers.all(numbers).stream().map(Customer::view).toList();
    }

    /** For rooms that keep the id; one statement. @throws Refusal {@code customer.unknown} */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY, Role.FULFILMENT, Role.SYSTEM})
    public CustomerName name(long id) {
        return customers.name(id).orElseThrow(() -> unknown(Long.toString(id)));
    }

    /** Of those ids, in their order; who was merged is not asked for by an id. Three statements, however many. */
    public List<CustomerView> byId(List<Long> ids) {
        return customers.byId(ids).stream().map(Customer::view).toList();
    }

    /**
     * By any part of name, phone, e-mail, postal code or customer number, best match first; no words find nobody. Who was merged is
     * found as the one that was kept. Where nobody has the words as typed, PostgreSQL finds those spelled alike.
     */
    public List<CustomerView> search(String words, int limit) {
        return search(words, List.of(), limit);
    }

    /** The same, and behind those found the others, for a room that knows more of them. */
    public List<CustomerView> search(String words, List<Long> others, int limit) {
        int most = Math.min(Math.max(limit, 1), LIST);
        CustomerSearch search = new CustomerSearch(words);
        List<Long> found = search.isEmpty() ? List.of() : customers.search(search, most, others.isEmpty());
        return byId(Stream.concat(found.stream(), others.stream())
                .distinct()
                .limit(most)
                .toList());
    }

    /**
     * Registers somebody; the same name, number and address typed again give the customer who is there.
     *
     * @throws Refusal {@code customer.name.missing}, {@code customer.phone.invalid}, {@code customer.address.missing}, {@code
     *     customer.email.invalid}, {@code customer.country.unknown}, {@code customer.text.long}, {@code payment.card.number}
     */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
    public CustomerView register(NewCustomer typed) {
        Registration registration = Registration.of(typed);
        return customers.withPhone(registration.phone(), ON_ONE_NUMBER).stream()
                .filter(known -> known.isTheOneTyped(registration))
                .findFirst()
                .orElseGet(() -> add(registration))
                .view();
    }

    /** The customer's credit, which nobody else decides on until the caller's transaction ends. */
    @RolesAllowed({Role.AGENT, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Credit lockCredit(long id) {
        Customer customer = customers.locked(id);
        if (customer == null) {
            throw unknown(Long.toString(id));
        }
        return new Credit(customer.mayBuyOnAccount(), customer.creditLimit());
    }

    private Customer add(Registration registration) {
        Customer customer = new Customer(customers.nextNumber(), registration, clock.instant());
        customers.add(customer);
        return customer;
    }

    private static Refusal unknown(String who) {
        return new Refusal("customer.unknown", who);
    }
}
