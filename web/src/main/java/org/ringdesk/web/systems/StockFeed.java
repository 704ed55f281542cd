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
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.ProductSheet;
import org.ringdesk.catalog.StockIntake;
import org.ringdesk.shared.Role;

/** How many pieces there are, as merchandise systems bring it in and as it is kept. */
@Path("v1/stock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CATALOG_FEED)
public class StockFeed {
    @Inject
    private StockIntake intake;

    @Inject
    private CatalogReading catalog;

    @Inject
    private Feed feed;

    @Inject
    private Paging paging;

    /** So many pieces of a product. */
    public record Stock(ProductNumber product, int quantity) {
        static Stock of(ProductSheet product) {
            return new Stock(product.number(), product.stock());
        }
    }

    @GET
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Paging.limit(limit);
        String after = Objects.requireNonNullElse(Paging.place(cursor), "");
        return paging.page(catalog.page(after, most + 1), most, p -> p.number().value(), Stock::of);
    }

    @GET
    @Path("{product}")
    public Stock get(@PathParam("product") String product) {
        return Stock.of(catalog.get(Numbers.product(product)));
    }

    @PUT
    @Path("{product}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("product") String product) {
        return feed.put(intake, Map.of("product", product));
    }

    @POST
    @Path("batch")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response batch() {
        return feed.batch(intake);
    }
}
