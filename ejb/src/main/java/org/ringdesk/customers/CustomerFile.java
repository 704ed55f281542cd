package org.ringdesk.customers;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.customers.domain.Customer;
import org.ringdesk.customers.domain.CustomerConsent;
import org.ringdesk.customers.domain.CustomerNote;
import org.ringdesk.customers.domain.Revision;
import org.ringdesk.customers.store.CustomerNotes;
import org.ringdesk.customers.store.Customers;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** What is kept about a customer, read and written by who has the customer before them. A merged customer's is the kept one's. */
@Stateless
@DeclareRoles({Role.SUPERVISOR, Role.MERGING})
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
public class CustomerFile {
    /** Past midnight somewhere else it may be tomorrow already. */
    private static final int DAYS_AHEAD = 1;

    @Inject
    private Customers customers;

    @Inject
    private CustomerNotes notes;

    @Inject
    private Users users;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** Six statements, however much there is; one more of a merged customer. @throws Refusal {@code customer.unknown} */
    public CustomerDetails details(CustomerNumber number) {
        return details(customers.get(number));
    }

    /**
     * Changes what is kept; nothing is changed when anything is refused, and the refusal names the field.
     *
     * @throws Refusal {@code customer.unknown}, {@code customer.changed} when somebody else changed it since that version, with who
     *     and when, {@code customer.name.missing}, {@code customer.phone.invalid}, {@code customer.address.missing}, {@code
     *     customer.email.invalid}, {@code customer.country.unknown}, {@code customer.text.long}, {@code customer.list.long}, {@code
     *     payment.card.number}
     */
    public CustomerDetails edit(CustomerNumber number, CustomerEdit typed) {
        Revision revision = Revision.of(typed);
        Customer customer = customers.lockedWhole(number);
        if (customer.version() != typed.version()) {
            throw changed(customer);
        }
        customer.revise(revision, login(), clock.instant());
        customers.flush();
        return details(customer);
    }

    /** @throws Refusal {@code customer.unknown}, {@code customer.text.missing}, {@code customer.text.long}, {@code payment.card.number} */
    public CustomerDetails note(CustomerNumber number, String text) {
        Customer customer = customers.get(number);
        notes.add(new CustomerNote(customer.id(), login(), text, clock.instant()));
        return details(customer);
    }

    /**
     * @throws Refusal {@code customer.unknown}, {@code customer.text.missing}, {@code customer.text.long}, {@code
     *     payment.card.number}, {@code customer.consent.future}
     */
    public CustomerDetails consent(CustomerNumber number, ConsentSaid said) {
        Customer customer = customers.get(number);
        Instant now = clock.instant();
        LocalDate last = LocalDate.ofInstant(now, clock.getZone()).plusDays(DAYS_AHEAD);
        notes.add(new CustomerConsent(customer.id(), said, login(), last, now));
        return details(customer);
    }

    private CustomerDetails details(Customer customer) {
        return new CustomerDetails(
                customer.view(),
                customer.version(),
                customer.createdAt(),
                customer.changedAt(),
                customer.changedBy(),
                customer.creditLimit(),
                customer.places(),
                notes.of(customer.id()),
                notes.consents(customer.id()),
                notes.merges(customer.id()),
                context.isCallerInRole(Role.SUPERVISOR) || context.isCallerInRole(Role.MERGING));
    }

    private Refusal changed(Customer customer) {
        Instant at = customer.changedAt();
        String by = customer.changedBy();
        String who = by == null ? "" : users.find(by).map(UserView::displayName).orElse(by);
        return new Refusal("customer.changed", who, at == null ? customer.createdAt() : at);
    }

    private String login() {
        return context.getCallerPrincipal().getName();
    }
}
