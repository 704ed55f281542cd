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
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.Channels;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderHistory;
import org.ringdesk.web.page.Me;

/** Products for the search box of the order panel, in the reader's language. */
@Path("products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {
    private static final int FOUND = 12;

    @Inject
    private Channels channels;

    @Inject
    private Products products;

    @Inject
    private CustomerDesk customers;

    @Inject
    private OrderHistory history;

    @Inject
    private Me me;

    @GET
    public List<ProductView> search(
            @QueryParam("channel") @DefaultValue("") String channel, @QueryParam("q") @DefaultValue("") String words) {
        if (words.isBlank()) {
            return List.of();
        }
        return products.search(channels.mine(new ChannelCode(channel)), words, me.getLanguage(), FOUND);
    }

    /** What the customer orders again and again. */
    @GET
    @Path("usual")
    public List<ProductView> usual(
            @QueryParam("channel") @DefaultValue("") String channel,
            @QueryParam("customer") @DefaultValue("") String customer) {
        return history.usual(
                customers.get(new CustomerNumber(customer)).id(),
                channels.mine(new ChannelCode(channel)),
                me.getLanguage(),
                FOUND);
    }
}
