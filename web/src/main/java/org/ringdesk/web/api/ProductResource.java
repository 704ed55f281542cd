package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.orders.OrderCatalog;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.web.page.Me;

/** Products for the search box of the order panel, for the order's customer and in the reader's language. */
@Path("products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {
    private static final int FOUND = 12;

    @Inject
    private OrderCatalog catalog;

    @Inject
    private Me me;

    @GET
    public List<ProductView> search(
            @QueryParam("order") @DefaultValue("") String order, @QueryParam("q") @DefaultValue("") String words) {
        return words.isBlank() ? List.of() : catalog.find(new OrderNumber(order), words, me.getLanguage(), FOUND);
    }

    /** What the customer orders again and again. */
    @GET
    @Path("usual")
    public List<ProductView> usual(@QueryParam("order") @DefaultValue("") String order) {
        return catalog.usual(new OrderNumber(order), me.getLanguage(), FOUND);
    }
}
