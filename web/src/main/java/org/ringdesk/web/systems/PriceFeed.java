package org.ringdesk.web.systems;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.ringdesk.catalog.PriceIntake;
import org.ringdesk.shared.Role;

/** List prices as merchandise systems bring them in; a product shows them. */
@Path("v1/prices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CATALOG_FEED)
public class PriceFeed {
    @Inject
    private PriceIntake intake;

    @Inject
    private Feed feed;

    @Creates
    @PUT
    @Path("{product}/{channel}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("product") String product, @PathParam("channel") String channel) {
        return feed.put(intake, Map.of("product", product, "channel", channel));
    }

    @POST
    @Path("batch")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response batch() {
        return feed.batch(intake);
    }
}
