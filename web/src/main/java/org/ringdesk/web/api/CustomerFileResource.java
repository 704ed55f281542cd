package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CallHistory;
import org.ringdesk.calls.CallSummary;
import org.ringdesk.customers.ConsentChannel;
import org.ringdesk.customers.ConsentSaid;
import org.ringdesk.customers.CustomerDetails;
import org.ringdesk.customers.CustomerEdit;
import org.ringdesk.customers.CustomerFile;
import org.ringdesk.customers.CustomerMerging;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderFigures;
import org.ringdesk.orders.OrderHistory;
import org.ringdesk.payments.Accounts;
import org.ringdesk.shared.Money;

/** Everything that is kept about a customer, for the agent's page; every change answers with the whole as it is then. */
@Path("customers/{number: C\\d{5,10}}/file")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CustomerFileResource {
    private static final int CALLS = 20;

    @Inject
    private CustomerFile file;

    @Inject
    private CustomerMerging merging;

    @Inject
    private OrderHistory orders;

    @Inject
    private Accounts accounts;

    @Inject
    private CallHistory calls;

    @PathParam("number")
    private String number = "";

    @GET
    public Whole read() {
        return whole(file.details(customer()));
    }

    /** All of {@link CustomerEdit}. */
    @POST
    public Whole edit(JsonObject body) {
        return whole(file.edit(
                customer(),
                new CustomerEdit(
                        version(body),
                        needed(body, "firstName"),
                        needed(body, "lastName"),
                        text(body, "company"),
                        text(body, "email"),
                        needed(body, "language"),
                        text(body, "alert"),
                        list(body, "phones").getValuesAs(JsonString::getString),
                        list(body, "addresses").getValuesAs(CustomerFileResource::address))));
    }

    @POST
    @Path("notes")
    public Whole note(JsonObject body) {
        return whole(file.note(customer(), needed(body, "text")));
    }

    @POST
    @Path("consents")
    public Whole consent(JsonObject body) {
        ConsentSaid said = new ConsentSaid(
                ConsentChannel.valueOf(needed(body, "channel")),
                body.getBoolean("given", false),
                day(needed(body, "on")),
                needed(body, "source"));
        return whole(file.consent(customer(), said));
    }

    /** {@code other} becomes this one. */
    @POST
    @Path("merges")
    public Whole merge(JsonObject body) {
        return whole(file.details(merging.merge(customer(), new CustomerNumber(needed(body, "other")))
                .number()));
    }

    @POST
    @Path("merges/{merge: \\d{1,18}}/undo")
    public Whole unmerge(@PathParam("merge") long merge) {
        merging.unmerge(merge);
        return read();
    }

    private Whole whole(CustomerDetails details) {
        long id = details.customer().id();
        return new Whole(
                details,
                orders.figures(id),
                accounts.open(id),
                calls.of(details.customer().number(), CALLS));
    }

    /**
     * @param figures of the orders, by currency
     * @param open on account, by currency
     * @param calls the latest first
     */
    public record Whole(
            CustomerDetails details, List<OrderFigures> figures, List<Money> open, List<CallSummary> calls) {}

    private CustomerNumber customer() {
        return new CustomerNumber(number);
    }

    private static CustomerEdit.Address address(JsonObject typed) {
        return new CustomerEdit.Address(
                typed.containsKey("id") && !typed.isNull("id")
                        ? typed.getJsonNumber("id").longValueExact()
                        : null,
                needed(typed, "kind"),
                needed(typed, "street"),
                needed(typed, "postalCode"),
                needed(typed, "city"),
                needed(typed, "country"));
    }

    private static long version(JsonObject body) {
        if (body.get("version") instanceof JsonNumber version) {
            return version.longValue();
        }
        throw new IllegalArgumentException("No version");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a day", e);
        }
    }

    private static JsonArray list(JsonObject body, String name) {
        JsonArray list = body.getJsonArray(name);
        if (list == null) {
            throw new IllegalArgumentException("No " + name);
        }
        return list;
    }

    private static String needed(JsonObject body, String name) {
        String value = text(body, name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name);
        }
        return value;
    }

    private static @Nullable String text(JsonObject body, String name) {
        return body.getString(name, null);
    }
}
