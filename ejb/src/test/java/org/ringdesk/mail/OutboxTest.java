package org.ringdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.orders.Selling.ANNA;
import static org.ringdesk.orders.Selling.EMILY;
import static org.ringdesk.orders.Selling.SYSTEM;
import static org.ringdesk.orders.Selling.refused;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.customers.NewCustomer;
import org.ringdesk.mail.gateway.MailServer;
import org.ringdesk.mail.gateway.Outcome;
import org.ringdesk.mail.gateway.Outgoing;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.OrderChanges;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Selling;
import org.ringdesk.orders.Shipped;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** What happens to orders is written to customers, once, by the channel's profile. */
class OutboxTest {
    private static final Caller WAREHOUSE = as("warehouse", Role.FULFILMENT);
    private static final Caller KATRIN = as("katrin.brandt", Role.ADMIN);

    /** Takes what it is given, or answers otherwise. */
    private static final class Box extends MailServer {
        private final List<Outgoing> taken = new ArrayList<>();
        private boolean there = true;
        private Function<Outgoing, Outcome> answer = mail -> new Outcome.Sent();

        @Override
        public boolean isThere() {
            return there;
        }

        @Override
        public Outcome send(Outgoing mail) {
            Outcome outcome = answer.apply(mail);
            if (outcome instanceof Outcome.Sent) {
                taken.add(mail);
            }
            return outcome;
        }

        List<Outgoing> about(OrderNumber number) {
            return taken.stream()
                    .filter(m -> m.words().plain().contains(number.value()))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlacedOrderIsConfirmedInTheCustomersLanguageAndOnce(Database database) {
        Selling shop = shop(database);
        OrderView order = placed(shop, customer(shop, "en", "john@example.org"));
        run(shop);
        run(shop);
        assertThat(box(shop).about(order.number())).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("john@example.org");
            assertThat(mail.sender()).isEqualTo("orders@de.shop.example");
            assertThat(mail.language()).isEqualTo("en");
            assertThat(mail.words().subject())
                    .isEqualTo("Your order " + order.number().value() + " with Nordlicht Versand");
            assertThat(mail.words().plain())
                    .containsPattern("Total +" + euros(order.total()))
                    .contains("Card VISA •••• 4242");
        });
        assertThat(ANNA.call(() -> mails(shop).of(order.number())))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.state()).isEqualTo(MailState.SENT);
                    assertThat(mail.address()).isEqualTo("j***@example.org");
                });
    }

    @ParameterizedTest
    @EnumSource
    void everyParcelChangeAndCancellationIsTold(Database database) {
        Selling shop = shop(database);
        OrderView order = placed(shop, customer(shop, "de", "anna@example.org"));
        OrderNumber number = order.number();
        shop.rooms().clock().forward(Duration.ofMinutes(1));
        OrderView open = ANNA.call(() -> shop.rooms().get(OrderChanges.class).change(number, order.version(), "More"));
        OrderView less = ANNA.call(() -> shop.entry().changeQuantity(number, open.version(), 1, 1));
        submit(shop, less);
        Shipped parcel = new Shipped("P-1", "DHL", "JD0001", Map.of(1, 1));
        OrderView other = placed(shop, customer(shop, "de", "bea@example.org"));
        WAREHOUSE.run(() -> shop.rooms().get(Fulfilment.class).ship(other.number(), parcel));
        WAREHOUSE.run(() -> shop.rooms().get(Fulfilment.class).ship(other.number(), parcel));
        OrderView again = shop.now(number);
        ANNA.run(() -> shop.rooms().get(OrderChanges.class).cancel(number, again.version(), "Changed their mind"));
        run(shop);
        assertThat(ANNA.call(() -> mails(shop).of(number)))
                .extracting(MailView::kind)
                .containsExactlyInAnyOrder(MailKind.PLACED, MailKind.CHANGED, MailKind.CANCELLED);
        assertThat(box(shop).about(other.number()))
                .as("told twice, written once")
                .extracting(m -> m.words().subject())
                .containsExactly(
                        "Ihre Bestellung " + other.number().value() + " bei Nordlicht Versand",
                        "Ein Paket Ihrer Bestellung " + other.number().value() + " ist unterwegs");
        assertThat(box(shop).about(other.number()).get(1).words().plain()).contains("JD0001", "1 × ");
    }

    @ParameterizedTest
    @EnumSource
    void aDraftThatIsDiscardedAndAnOrderThatIsNotPlacedAreNotWrittenAbout(Database database) {
        Selling shop = shop(database);
        OrderView draft = shop.add(shop.draft(customer(shop, "de", "c@example.org")), "MUG-001", 1);
        ANNA.run(() -> shop.entry().discard(draft.number(), draft.version()));
        OrderView declined = shop.add(shop.draft(customer(shop, "de", "d@example.org")), "MUG-001", 1);
        pay(shop, declined, "tok_declined");
        // rolled back as a whole
        OrderView unpaid = shop.add(shop.draft(customer(shop, "de", "e@example.org")), "MUG-001", 1);
        assertThatThrownBy(() -> submit(shop, unpaid)).isInstanceOf(Refusal.class);
        run(shop);
        for (OrderView order : List.of(draft, declined, unpaid)) {
            assertThat(ANNA.call(() -> mails(shop).of(order.number()))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatRefusesIsAskedAgainWithTheSameId(Database database) {
        Selling shop = shop(database);
        List<String> ids = new ArrayList<>();
        box(shop).answer = mail -> {
            ids.add(mail.messageId());
            return new Outcome.Failed(MailProblem.REFUSED, "451 Later", false);
        };
        OrderView order = placed(shop, customer(shop, "de", "f@example.org"));
        run(shop);
        run(shop);
        assertThat(ids).hasSize(1);
        assertThat(ANNA.call(() -> mails(shop).of(order.number())))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.state()).isEqualTo(MailState.QUEUED);
                    assertThat(mail.problem()).isEqualTo(MailProblem.REFUSED);
                    assertThat(mail.detail()).isEqualTo("451 Later");
                });
        box(shop).answer = mail -> new Outcome.Sent();
        shop.rooms().clock().forward(Duration.ofMinutes(1));
        run(shop);
        assertThat(box(shop).about(order.number()))
                .extracting(Outgoing::messageId)
                .containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAMailServerOrAnAddressItWaitsOrSaysSo(Database database) {
        Selling shop = shop(database);
        box(shop).there = false;
        OrderView order = placed(shop, customer(shop, "de", "g@example.org"));
        OrderView nobody = placed(shop, customer(shop, "de", null));
        run(shop);
        assertThat(ANNA.call(() -> mails(shop).of(order.number())))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.subject()).contains(order.number().value()));
        assertThat(ANNA.call(() -> mails(shop).of(nobody.number())))
                .extracting(MailView::state)
                .containsExactly(MailState.NO_ADDRESS);
        box(shop).there = true;
        run(shop);
        assertThat(box(shop).about(order.number())).hasSize(1);
        MailView sent = ANNA.call(() -> mails(shop).of(order.number())).get(0);
        ANNA.run(() -> mails(shop).sendAgain(order.number(), sent.id()));
        run(shop);
        assertThat(box(shop).about(order.number()))
                .hasSize(2)
                .extracting(Outgoing::messageId)
                .doesNotHaveDuplicates();
        refused("mail.unknown", () -> ANNA.call(() -> mails(shop).sendAgain(nobody.number(), sent.id())));
        refused("order.unknown", () -> EMILY.call(() -> mails(shop).sendAgain(order.number(), sent.id())));
    }

    @ParameterizedTest
    @EnumSource
    void anAdminSaysWhatIsWritten(Database database) {
        Selling shop = shop(database);
        MailDesk desk = shop.rooms().get(MailDesk.class);
        MailProfileView before = profile(desk);
        KATRIN.run(() -> desk.save(
                Selling.DE,
                "Nordlicht",
                "mail@nord.example",
                "",
                List.of(MailKind.SHIPPED),
                List.of("de"),
                before.version()));
        try {
            OrderView order = placed(shop, customer(shop, "en", "h@example.org"));
            WAREHOUSE.run(() -> shop.rooms()
                    .get(Fulfilment.class)
                    .ship(order.number(), new Shipped("P-1", null, null, Map.of(1, 1))));
            run(shop);
            assertThat(box(shop).about(order.number())).singleElement().satisfies(mail -> {
                assertThat(mail.sender()).isEqualTo("mail@nord.example");
                assertThat(mail.language()).isEqualTo("de");
            });
            assertThat(KATRIN.call(() -> desk.history(Selling.DE)))
                    .extracting(c -> c.field() + ": " + c.before() + " -> " + c.now())
                    .contains("senderAddress: orders@de.shop.example -> mail@nord.example", "languages: de, en -> de");
            refused(
                    "rules.changed",
                    () -> KATRIN.call(() ->
                            desk.save(Selling.DE, "X", "x@y.example", "", List.of(), List.of("de"), before.version())));
            long now = profile(desk).version();
            refused(
                    "mail.sender.name",
                    () -> KATRIN.call(() -> desk.save(
                            Selling.DE, "X\r\nBcc: a@b.example", "x@y.example", "", List.of(), List.of("de"), now)));
            refused(
                    "mail.address.invalid",
                    () -> KATRIN.call(() ->
                            desk.save(Selling.DE, "X", "x@y.example,z@y.example", "", List.of(), List.of("de"), now)));
            refused(
                    "mail.languages.missing",
                    () -> KATRIN.call(
                            () -> desk.save(Selling.DE, "X", "x@y.example", "", List.of(), List.of("fr"), now)));
        } finally {
            KATRIN.run(() -> desk.save(
                    Selling.DE,
                    before.senderName(),
                    before.senderAddress(),
                    before.replyTo(),
                    before.kinds(),
                    before.languages(),
                    profile(desk).version()));
        }
        assertThatThrownBy(() -> ANNA.call(desk::profiles)).isInstanceOf(EJBAccessException.class);
        for (MailKind kind : MailKind.values()) {
            assertThat(KATRIN.call(() -> desk.preview(Selling.DE, kind, "de")).plain())
                    .contains("Alex Sample");
        }
    }

    /** As those write who read English in Germany. */
    private static String euros(Money amount) {
        return NumberFormat.getCurrencyInstance(Locale.forLanguageTag("en-DE")).format(amount.amount());
    }

    private static MailProfileView profile(MailDesk desk) {
        return KATRIN.call(desk::profiles).stream()
                .filter(p -> p.channel().code().equals(Selling.DE))
                .findFirst()
                .orElseThrow();
    }

    private static synchronized Selling shop(Database database) {
        Selling shop = new Selling(database);
        if (!shop.rooms().isWired(MailServer.class)) {
            shop.rooms().with(MailServer.class, new Box());
            shop.rooms().get(OrderMailQueue.class);
        }
        box(shop).there = true;
        box(shop).answer = mail -> new Outcome.Sent();
        return shop;
    }

    private static Box box(Selling shop) {
        return (Box) shop.rooms().get(MailServer.class);
    }

    private static OrderMails mails(Selling shop) {
        return shop.rooms().get(OrderMails.class);
    }

    private static void run(Selling shop) {
        SYSTEM.run(() -> shop.rooms().get(MailTimer.class).run());
    }

    private static CustomerView customer(Selling shop, String language, @Nullable String email) {
        return ANNA.call(() -> shop.rooms()
                .get(CustomerDesk.class)
                .register(new NewCustomer(
                        "Test",
                        Selling.newName(),
                        null,
                        email,
                        "+493023125098",
                        language,
                        "Weg 1",
                        "10115",
                        "Berlin",
                        "DE")));
    }

    private static OrderView placed(Selling shop, CustomerView customer) {
        OrderView order = shop.add(shop.add(shop.draft(customer), "MUG-001", 2), "MUG-002", 3);
        OrderView placed = pay(shop, order, "tok_visa");
        assertThat(placed.status()).isEqualTo(OrderStatus.PLACED);
        return placed;
    }

    private static OrderView pay(Selling shop, OrderView order, String token) {
        Recap paid = ANNA.call(() -> shop.rooms().get(Checkout.class).payByCard(order.number(), token, order.total()));
        return submit(shop, paid.order());
    }

    private static OrderView submit(Selling shop, OrderView order) {
        return ANNA.call(() ->
                        shop.rooms().get(Checkout.class).submit(order.number(), order.version(), UUID.randomUUID()))
                .order();
    }
}
