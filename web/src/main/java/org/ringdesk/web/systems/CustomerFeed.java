package org.ringdesk.web.systems;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerIntake;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerReading;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Role;

/** Customers as customer systems bring them in, and as they are kept. */
@Path("v1/customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CUSTOMER_FEED)
public class CustomerFeed {
    @Inject
    private CustomerIntake intake;

    @Inject
    private CustomerReading customers;

    @Inject
    private Feed feed;

    @Inject
    private Paging paging;

    /** @param phones in E.164, the preferred one first, as with the addresses */
    public record Customer(
            CustomerNumber number,
            String firstName,
            String lastName,
            @Nullable String company,
            @Nullable String email,
            String language,
            String country,
            List<String> phones,
            List<CustomerView.Address> addresses) {
        static Customer of(CustomerView customer) {
            return new Customer(
                    customer.number(),
                    customer.firstName(),
                    customer.lastName(),
                    customer.company(),
                    customer.email(),
                    customer.language(),
                    customer.country(),
                    customer.phones().stream().map(PhoneNumber::e164).toList(),
                    customer.addresses());
        }
    }

    @GET
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Paging.limit(limit);
        String place = Paging.place(cursor);
        if (place != null && !place.matches("\\d{1,18}")) {
            throw Paging.wrong("cursor");
        }
        long after = place == null ? 0 : Long.parseLong(place);
        return paging.page(customers.page(after, most + 1), most, c -> Long.toString(c.id()), Customer::of);
    }

    @GET
    @Path("{number}")
    public Customer get(@PathParam("number") String number) {
        return Customer.of(customers.get(Numbers.customer(number)));
    }

    @PUT
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("number") String number) {
        return feed.put(intake, Map.of("number", number));
    }

    @Creates
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add() {
        return feed.post(intake);
    }

    @POST
    @Path("batch")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response batch() {
        return feed.batch(intake);
    }
}
