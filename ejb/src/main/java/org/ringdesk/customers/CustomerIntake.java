package org.ringdesk.customers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.domain.Customer;
import org.ringdesk.customers.domain.CustomerEntry;
import org.ringdesk.customers.domain.Registration;
import org.ringdesk.customers.domain.Revision;
import org.ringdesk.customers.store.Customers;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.Intake;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.shared.intake.IntakeField.Content;
import org.ringdesk.shared.intake.IntakeRow;
import org.ringdesk.shared.intake.RowResult;
import org.ringdesk.shared.intake.RowResult.Outcome;

/**
 * Takes in customers: those with a number are known, the others are new unless somebody with that name, phone and address is
 * there. Several phones are parted by {@code |}; the address is the first billing address. A new one gets the next number.
 */
@Stateless
@LocalBean
@RolesAllowed({Role.ADMIN, Role.SYSTEM, Role.CUSTOMER_FEED})
public class CustomerIntake implements Intake {
    private static final List<IntakeField> FIELDS = List.of(
            IntakeField.optional("number").asKey(),
            IntakeField.required("first_name"),
            IntakeField.required("last_name"),
            IntakeField.optional("company"),
            IntakeField.optional("email"),
            IntakeField.required("phone").with(Content.PHONES),
            IntakeField.required("country"),
            IntakeField.optional("language"),
            IntakeField.required("street"),
            IntakeField.required("postal_code"),
            IntakeField.required("city"));

    @Inject
    private Customers customers;

    @Inject
    private Clock clock;

    @Override
    public List<IntakeField> fields() {
        return FIELDS;
    }

    @Override
    public List<RowResult> check(List<Map<String, String>> rows) {
        return take(rows, null);
    }

    @Override
    public List<RowResult> put(List<Map<String, String>> rows, String who) {
        List<RowResult> results = take(rows, who);
        customers.flush();
        return results;
    }

    private List<RowResult> take(List<Map<String, String>> rows, @Nullable String who) {
        List<IntakeRow> all = IntakeRow.all(rows);
        List<@Nullable CustomerEntry> entries = new ArrayList<>();
        all.forEach(row -> entries.add(CustomerEntry.of(row)));
        Known known = new Known(entries.stream().filter(Objects::nonNull).toList());
        List<@Nullable Customer> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            CustomerEntry entry = entries.get(i);
            found.add(entry == null ? null : known.find(entry, all.get(i)));
        }
        int added = (int) entries.stream()
                .filter(e -> e != null && e.number() == null && known.alike(e) == null)
                .count();
        Iterator<CustomerNumber> numbers = who == null || added == 0
                ? List.<CustomerNumber>of().iterator()
                : customers.nextNumbers(added).iterator();
        List<RowResult> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            CustomerEntry entry = entries.get(i);
            boolean good = entry != null && all.get(i).isGood();
            Outcome outcome = good
                    ? one(all.get(i), Objects.requireNonNull(entry), found.get(i), known, numbers, who)
                    : Outcome.BAD;
            results.add(all.get(i).result(outcome));
        }
        return results;
    }

    private Outcome one(
            IntakeRow row,
            CustomerEntry entry,
            @Nullable Customer found,
            Known known,
            Iterator<CustomerNumber> numbers,
            @Nullable String who) {
        Customer customer = found == null ? known.alike(entry) : found;
        if (customer == null) {
            if (who != null) {
                Customer added = new Customer(numbers.next(), entry.registration(), entry.more(), clock.instant());
                customers.keep(added);
                row.say("number", added.number().value());
                known.remember(added, entry.phones());
            }
            return Outcome.ADDED;
        }
        row.say("number", customer.number().value());
        Revision before = customer.kept();
        Revision after = entry.over(before);
        if (after.equals(before)) {
            return Outcome.SAME;
        }
        if (who != null) {
            customer.revise(after, who, clock.instant());
        }
        return Outcome.CHANGED;
    }

    /** Who is there of those that come in. */
    private final class Known {
        private final Map<CustomerNumber, Customer> byNumber = new HashMap<>();
        private final Map<PhoneNumber, List<Customer>> byPhone = new HashMap<>();

        Known(List<CustomerEntry> entries) {
            List<CustomerNumber> numbers = entries.stream()
                    .map(CustomerEntry::number)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!numbers.isEmpty()) {
                customers.all(numbers).forEach(c -> byNumber.put(c.number(), c));
            }
            List<String> phones = entries.stream()
                    .filter(e -> e.number() == null)
                    .map(e -> e.phones().get(0).e164())
                    .distinct()
                    .toList();
            customers.withPhones(phones).forEach(c -> remember(c, c.kept().phones()));
        }

        void remember(Customer customer, List<PhoneNumber> phones) {
            phones.forEach(phone ->
                    byPhone.computeIfAbsent(phone, p -> new ArrayList<>()).add(customer));
        }

        /** By number; one that is not there, or is another one since, is refused in the row. */
        @Nullable
        Customer find(CustomerEntry entry, IntakeRow row) {
            if (entry.number() == null) {
                return null;
            }
            Customer customer = byNumber.get(entry.number());
            if (customer == null) {
                row.refuse(
                        "number", new Refusal("customer.unknown", entry.number().value()));
            } else if (customer.mergedInto() != null) {
                row.refuse(
                        "number",
                        new Refusal("intake.customer.merged", entry.number().value()));
            }
            return customer;
        }

        @Nullable
        Customer alike(CustomerEntry entry) {
            Registration registration = entry.registration();
            return byPhone.getOrDefault(registration.phone(), List.of()).stream()
                    .filter(c -> c.isTheOneTyped(registration))
                    .findFirst()
                    .orElse(null);
        }
    }
}
