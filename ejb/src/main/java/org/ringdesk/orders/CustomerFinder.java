package org.ringdesk.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.shared.Role;

/** Finds customers by whatever a caller says: part of an order number, or what {@link CustomerDesk#search} knows. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
public class CustomerFinder {
    private static final Pattern ORDER_PART = Pattern.compile("[A-Z]{0,2}\\d{4,8}");
    private static final int LIST = 100;

    @Inject
    private Orders orders;

    @Inject
    private CustomerDesk customers;

    /**
     * The best first. With its letters it is an order's number, and who ordered under it is found; digits alone may be anything: who
     * has them in an order's number comes last. No words find nobody. Eight statements or fewer, however many are found.
     */
    public List<CustomerView> find(String words, int limit) {
        int most = Math.min(Math.max(limit, 1), LIST);
        String number = words.strip().toUpperCase(Locale.ROOT);
        boolean orderLike = ORDER_PART.matcher(number).matches();
        List<Long> buyers = orderLike ? orders.customersOf(number, most) : List.of();
        boolean sure = !buyers.isEmpty() && Character.isLetter(number.charAt(0));
        return sure ? customers.byId(buyers) : customers.search(words, buyers, most);
    }
}
