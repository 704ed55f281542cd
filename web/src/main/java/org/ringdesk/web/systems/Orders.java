package org.ringdesk.web.systems;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.OrderFilter;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderReading;
import org.ringdesk.orders.OrderRow;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.Shipped;
import org.ringdesk.payments.PaymentReading;
import org.ringdesk.shared.Role;

/** Placed orders: read, and told what became of them. */
@Path("v1/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.FULFILMENT)
public class Orders {
    @Inject
    private OrderReading orders;

    @Inject
    private PaymentReading payments;

    @Inject
    private Fulfilment fulfilment;

    @Inject
    private Paging paging;

    @Inject
    private Work work;

    @Inject
    private Sent sent;

    @GET
    @RolesAllowed(Role.ORDER_READER)
    public Response list(
            @QueryParam("status") List<String> statuses,
            @QueryParam("placedSince") @Nullable String placedSince,
            @QueryParam("changedSince") @Nullable String changedSince,
            @QueryParam("customer") @Nullable String customer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        OrderFilter filter = new OrderFilter(
                statuses(statuses),
                instant("placedSince", placedSince),
                instant("changedSince", changedSince),
                customer(customer));
        int most = Paging.limit(limit);
        String[] place = place(Paging.place(cursor));
        List<OrderRow> found = place.length == 0
                ? orders.page(filter, null, 0, most + 1)
                : orders.page(filter, instant("cursor", place[0]), Long.parseLong(place[1]), most + 1);
        return paging.page(found, most, row -> row.changedAt() + " " + row.id(), OrderBody.Row::of);
    }

    private static Set<OrderStatus> statuses(List<String> texts) {
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (String text : texts) {
            try {
                statuses.add(OrderStatus.valueOf(text));
            } catch (IllegalArgumentException e) {
                throw Paging.wrong("status");
            }
        }
        return statuses;
    }

    private static @Nullable CustomerNumber customer(@Nullable String text) {
        try {
            return text == null ? null : new CustomerNumber(text);
        } catch (IllegalArgumentException e) {
            throw Paging.wrong("customer");
        }
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Paging.wrong(name);
        }
    }

    private static String[] place(@Nullable String place) {
        String[] parts = place == null ? new String[0] : place.split(" ");
        if (place != null && (parts.length != 2 || !parts[1].matches("\\d{1,18}"))) {
            throw Paging.wrong("cursor");
        }
        return parts;
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Role.ORDER_READER)
    public OrderBody get(@PathParam("number") String number) {
        OrderNumber order = Numbers.order(number);
        return OrderBody.of(orders.get(order), payments.of(order));
    }

    @POST
    @Path("{number}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response release(@PathParam("number") String number) {
        return move(number, fulfilment::release);
    }

    @POST
    @Path("{number}/pick")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response pick(@PathParam("number") String number) {
        return move(number, fulfilment::pick);
    }

    @POST
    @Path("{number}/backorder")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response backorder(@PathParam("number") String number) {
        return move(number, fulfilment::backorder);
    }

    private Response move(String number, BiConsumer<OrderNumber, Set<Integer>> move) {
        return tell(number, (order, body) -> {
            Set<Integer> lines = body.positions("lines");
            body.end();
            move.accept(order, lines);
        });
    }

    @POST
    @Path("{number}/shipments")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ship(@PathParam("number") String number) {
        return tell(number, (order, body) -> {
            String reference = body.needed("reference");
            String carrier = body.text("carrier");
            String tracking = body.text("tracking");
            Map<Integer, Integer> pieces = body.pieces("lines");
            body.end();
            fulfilment.ship(order, new Shipped(reference, carrier, tracking, pieces));
        });
    }

    @POST
    @Path("{number}/invoices")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invoice(@PathParam("number") String number) {
        return tell(number, (order, body) -> {
            String invoice = body.needed("number");
            Map<Integer, Integer> pieces = body.pieces("lines");
            body.end();
            fulfilment.invoice(order, invoice, pieces);
        });
    }

    private Response tell(String number, BiConsumer<OrderNumber, Fields> news) {
        return work.once(() -> {
            OrderNumber order = Numbers.order(number);
            JsonObject body = sent.json();
            news.accept(order, new Fields(body));
            return Work.done(OrderBody.Progress.of(orders.progress(order)));
        });
    }
}
