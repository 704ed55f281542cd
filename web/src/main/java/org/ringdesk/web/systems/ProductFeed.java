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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.catalog.CatalogReading;
import org.ringdesk.catalog.ProductIntake;
import org.ringdesk.catalog.ProductSheet;
import org.ringdesk.shared.Role;

/** Products as merchandise systems bring them in, and as they are kept. */
@Path("v1/products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CATALOG_FEED)
public class ProductFeed {
    @Inject
    private ProductIntake intake;

    @Inject
    private CatalogReading catalog;

    @Inject
    private Feed feed;

    @Inject
    private Paging paging;

    @GET
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Paging.limit(limit);
        String after = Objects.requireNonNullElse(Paging.place(cursor), "");
        return paging.page(catalog.page(after, most + 1), most, p -> p.number().value(), p -> p);
    }

    @GET
    @Path("{number}")
    public ProductSheet get(@PathParam("number") String number) {
        return catalog.get(Numbers.product(number));
    }

    @Creates
    @PUT
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("number") String number) {
        return feed.put(intake, Map.of("number", number));
    }

    @POST
    @Path("batch")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response batch() {
        return feed.batch(intake);
    }
}
