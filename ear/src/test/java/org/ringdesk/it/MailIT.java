package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.customers.NewCustomer;
import org.ringdesk.mail.MailDesk;
import org.ringdesk.mail.MailProblem;
import org.ringdesk.mail.MailState;
import org.ringdesk.mail.MailView;
import org.ringdesk.mail.OrderMails;
import org.ringdesk.orders.Fulfilment;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.orders.Shipped;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Role;

/** Mails go over the wire to a mail server, by the timer; arquillian.xml says where that is. */
class MailIT extends Deployed {
    private static final ServerSetup PLACE = new ServerSetup(13025, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final GreenMail mailServer = new GreenMail(PLACE);

    @Inject
    private OrderEntry entry;

    @Inject
    private Products products;

    @Inject
    private Checkout checkout;

    @Inject
    private CustomerDesk customers;

    @Inject
    private Fulfilment fulfilment;

    @Inject
    private OrderMails mails;

    @Inject
    private MailDesk desk;

    @Resource
    private UserTransaction transaction;

    @BeforeEach
    void open() {
        mailServer.start();
    }

    @AfterEach
    void close() {
        mailServer.stop();
    }

    @Test
    void aPlacedOrderAndItsParcelAreWrittenInTheCustomersLanguage() throws Exception {
        String box = box();
        OrderView order = placed(customer("de", box));
        MimeMessage mail = mailsTo(box, 1).get(0);
        assertThat(mail.getSubject())
                .isEqualTo("Ihre Bestellung " + order.number().value() + " bei Nordlicht Versand");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Nordlicht Versand <orders@de.shop.example>");
        assertThat(mail.getReplyTo()[0].toString()).isEqualTo("service@de.shop.example");
        MimeMultipart both = (MimeMultipart) mail.getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        String total = euros(order.total().amount());
        assertThat((String) both.getBodyPart(0).getContent()).contains("Guten Tag", total, "VISA •••• 4242");
        assertThat((String) both.getBodyPart(1).getContent()).contains("<html lang=\"de\">", total);

        as("warehouse", Role.FULFILMENT)
                .run(() -> fulfilment.ship(order.number(), new Shipped("P-1", "DHL", "JD77", Map.of(1, 1))));
        MimeMessage parcel = mailsTo(box, 2).get(1);
        assertThat((String) ((MimeMultipart) parcel.getContent()).getBodyPart(0).getContent())
                .contains("Sendungsnummer: JD77");
        assertThat(states(order.number())).containsOnly(MailState.SENT);
        assertThat(mail.getMessageID()).isNotEqualTo(parcel.getMessageID());
    }

    @Test
    void whatTheServerDoesNotTakeIsTriedAgainAndComesOnce() throws Exception {
        mailServer.stop();
        String box = box();
        OrderView order = placed(customer("en", box));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(anna(() -> mails.of(order.number())))
                .extracting(MailView::problem)
                .containsExactly(MailProblem.NO_CONNECTION));
        mailServer.start();
        long mail = anna(() -> mails.of(order.number())).get(0).id();
        as("katrin.brandt", Role.ADMIN).run(() -> desk.tryAgain(mail));
        assertThat(mailsTo(box, 1).get(0).getSubject())
                .startsWith("Your order " + order.number().value());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(order.number())).containsExactly(MailState.SENT));
        assertThat(mailsTo(box, 1)).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsNotWritten() throws Exception {
        String box = box();
        OrderView placed = placed(customer("de", box));
        transaction.begin();
        as("warehouse", Role.FULFILMENT)
                .run(() -> fulfilment.ship(placed.number(), new Shipped("P-1", "DHL", "JD1", Map.of(1, 1))));
        transaction.rollback();
        assertThat(anna(() -> mails.of(placed.number()))).hasSize(1);
        mailsTo(box, 1);
    }

    @Test
    void onlyAdminsSeeProfilesAndOnlyThoseOfTheChannelSeeMails() throws Exception {
        OrderView order = placed(customer("de", box()));
        for (As other : List.of(as("anna.schmidt", Role.AGENT), as("petra.lindner", Role.SUPERVISOR))) {
            assertThatThrownBy(() -> other.call(desk::profiles)).isInstanceOf(EJBAccessException.class);
        }
        assertThatThrownBy(() -> as("katrin.brandt", Role.ADMIN).call(() -> mails.of(order.number())))
                .isInstanceOf(EJBAccessException.class);
        refused("order.unknown", () -> as("emily.clarke", Role.AGENT).call(() -> mails.of(order.number())));
    }

    private static String box() {
        // of letters: digits by chance may be the number of a card, which is refused
        return "box-" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + System.nanoTime() % 100_000
                + "@example.org";
    }

    /** When there are that many. */
    private List<MimeMessage> mailsTo(String box, int many) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Arrays.stream(mailServer.getReceivedMessages())
                                .filter(m -> isTo(m, box))
                                .toList(),
                        found -> found.size() == many);
    }

    private static boolean isTo(MimeMessage mail, String box) {
        try {
            return mail.getAllRecipients()[0].toString().equals(box);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<MailState> states(OrderNumber number) throws Exception {
        return anna(() -> mails.of(number)).stream().map(MailView::state).toList();
    }

    private static String euros(BigDecimal amount) {
        return NumberFormat.getCurrencyInstance(Locale.GERMANY).format(amount);
    }

    private CustomerView customer(String language, String box) throws Exception {
        return anna(() -> customers.register(new NewCustomer(
                "Post",
                "Kasten",
                null,
                box,
                "+4930" + (100_000_000 + Math.abs(box.hashCode() % 800_000_000)),
                language,
                "Weg 1",
                "10115",
                "Berlin",
                "DE")));
    }

    private OrderView placed(CustomerView customer) throws Exception {
        OrderView begun = anna(() -> entry.start(new ChannelCode("DE"), customer.number(), null));
        var cup = anna(() -> products.search(begun.channel(), "becher", "de", 1))
                .get(0)
                .number();
        OrderView order = anna(() -> entry.add(begun.number(), begun.version(), cup, 2));
        Recap paid = anna(() -> checkout.payByCard(order.number(), "tok_visa", order.total()));
        Recap placed = anna(() -> checkout.submit(order.number(), paid.order().version(), UUID.randomUUID()));
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        return placed.order();
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
