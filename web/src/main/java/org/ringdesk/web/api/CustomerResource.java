package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.CustomerFinder;
import org.ringdesk.orders.OrderHistory;
import org.ringdesk.orders.OrderSummary;

/** Customers for the agent's page. */
@Path("customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerResource {
    private static final int FOUND = 9;
    private static final int LAST_ORDERS = 10;

    @Inject
    private CustomerDesk customers;

    @Inject
    private CustomerFinder finder;

    @Inject
    private OrderHistory history;

    @GET
    public List<CustomerView> search(@QueryParam("q") @DefaultValue("") String words) {
        return words.isBlank() ? List.of() : finder.find(words, FOUND);
    }

    @GET
    @Path("{number: C\\d{5,10}}")
    public Card card(@PathParam("number") String number) {
        CustomerView customer = customers.get(new CustomerNumber(number));
        return new Card(customer, history.recent(customer.id(), LAST_ORDERS));
    }

    /** A customer with the last orders, the latest first. */
    public record Card(CustomerView customer, List<OrderSummary> lastOrders) {}
}
