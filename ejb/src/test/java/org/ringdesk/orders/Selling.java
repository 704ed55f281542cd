package org.ringdesk.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.ringdesk.testing.Caller.as;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.Products;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.customers.NewCustomer;
import org.ringdesk.payments.PaymentWiring;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

/** A shop to play in: the demo company, its agents, and the words to take an order with. */
public final class Selling {
    public static final Caller ANNA = as("anna.schmidt", Role.AGENT);
    public static final Caller LUKAS = as("lukas.weber", Role.AGENT);

    /** Works in the other channel only. */
    public static final Caller EMILY = as("emily.clarke", Role.AGENT);

    /** Works in both channels. */
    public static final Caller MIRIAM = as("miriam.vogel", Role.AGENT);

    public static final Caller SYSTEM = as("system", Role.SYSTEM);
    public static final ChannelCode DE = new ChannelCode("DE");

    private final Rooms rooms;

    public Selling(Database database) {
        rooms = database.rooms();
        PaymentWiring.wire(rooms);
    }

    public Rooms rooms() {
        return rooms;
    }

    public OrderEntry entry() {
        return rooms.get(OrderEntry.class);
    }

    public CustomerView petersen() {
        return ANNA.call(() -> rooms.get(CustomerDesk.class).withPhone(new PhoneNumber("+493023125042")))
                .get(0);
    }

    /** One that nobody has, of letters only: many digits may look like a card number, which no name may be. */
    public static String newName() {
        return UUID.randomUUID()
                .toString()
                .chars()
                .map(c -> Character.isDigit(c) ? c - '0' + 'g' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Somebody whom no other test knows. */
    public CustomerView somebody() {
        String name = newName();
        return ANNA.call(() -> rooms.get(CustomerDesk.class)
                .register(new NewCustomer(
                        "Test", name, null, null, "+493023125098", "de", "Weg 1", "10115", "Berlin", "DE")));
    }

    public ProductView product(String words) {
        return ANNA.call(() -> {
            ChannelView channel = rooms.get(Channels.class).get(DE);
            return rooms.get(Products.class).search(channel, words, "de", 1).get(0);
        });
    }

    /** Whether the product is in the assortment. */
    void sell(String product, boolean sold) {
        try (var connection = rooms.database().plain().getConnection();
                var statement = connection.createStatement()) {
            if (statement.executeUpdate("update product set active = " + sold + " where number = '" + product + "'")
                    != 1) {
                throw new IllegalArgumentException("No such product: " + product);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public OrderView draft() {
        return draft(somebody());
    }

    public OrderView draft(CustomerView customer) {
        return ANNA.call(() -> entry().start(DE, customer.number(), new CallId(UUID.randomUUID())));
    }

    /** A draft with two mugs. */
    public OrderView filled() {
        return add(draft(), "MUG-001", 2);
    }

    public OrderView add(OrderView order, String product, int quantity) {
        return ANNA.call(() ->
                entry().add(order.number(), order.version(), product(product).number(), quantity));
    }

    public OrderView now(OrderNumber number) {
        return ANNA.call(() -> entry().get(number));
    }

    public static Refusal refusal(Supplier<?> work) {
        Throwable thrown = catchThrowable(work::get);
        assertThat(thrown).isInstanceOf(Refusal.class);
        return (Refusal) thrown;
    }

    public static void refused(String key, Supplier<?> work) {
        assertThat(refusal(work).key()).isEqualTo(key);
    }

    public List<Object[]> rows(String sql) {
        return rooms.query(em -> {
            @SuppressWarnings("unchecked")
            List<Object[]> rows = em.createNativeQuery(sql).getResultList();
            return rows;
        });
    }
}
