package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStory;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.push.Company;
import org.ringdesk.web.push.Onlooker;

/** A page says which order it has open, and hears who else has. Orders that the caller may not see are refused by the service. */
@Path("orders/{number: [A-Z]{2}\\d{8}}/onlookers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderPageResource {
    @Inject
    private OrderStory story;

    @Inject
    private Company company;

    @Inject
    private Me me;

    @PathParam("number")
    private String number = "";

    /** {@code page} as the socket told it. */
    @POST
    public Seen open(JsonObject body) {
        OrderNumber order = new OrderNumber(number);
        String page = body.getString("page", "");
        long version;
        try {
            version = story.version(order);
        } catch (Refusal refusal) {
            company.refuse(page, me.getLogin());
            throw refusal;
        }
        return new Seen(order, version, company.open(page, order, me.getLogin(), me.getName()));
    }

    /** The order's version as it is now, and everybody who has it open. */
    public record Seen(OrderNumber order, long version, List<Onlooker> people) {}
}
