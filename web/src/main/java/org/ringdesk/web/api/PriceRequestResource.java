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
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.PriceAnswering;
import org.ringdesk.orders.PriceRequestView;
import org.ringdesk.web.page.Amounts;

/** A supervisor's answer to a price that an agent asked for; answers with the request as it is then. */
@Path("floor/price-requests/{id: \\d{1,18}}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PriceRequestResource {
    /** What no price can be is refused by the service in its own words. */
    private static final BigDecimal NO_PRICE = BigDecimal.ONE.negate();

    @Inject
    private PriceAnswering answers;

    @PathParam("id")
    private long id;

    /** {@code price} as it was typed, or null for the one asked for; {@code words} for the agent. */
    @POST
    @Path("approval")
    public PriceRequestView approve(JsonObject body) {
        @Nullable String typed = body.getString("price", null);
        return answers.approve(
                id, typed == null ? null : Amounts.read(typed).orElse(NO_PRICE), body.getString("words", ""));
    }

    @POST
    @Path("refusal")
    public PriceRequestView refuse(JsonObject body) {
        return answers.refuse(id, body.getString("words", ""));
    }
}
