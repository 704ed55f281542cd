package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.it.As.as;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.calls.CallHistory;
import org.ringdesk.customers.ConsentChannel;
import org.ringdesk.customers.ConsentSaid;
import org.ringdesk.customers.CustomerDesk;
import org.ringdesk.customers.CustomerDetails;
import org.ringdesk.customers.CustomerEdit;
import org.ringdesk.customers.CustomerFile;
import org.ringdesk.customers.CustomerMerging;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.customers.NewCustomer;
import org.ringdesk.orders.CustomerFinder;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderHistory;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderSummary;
import org.ringdesk.payments.Accounts;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** The front doors of customers inside the server: who is let in, what is refused, and what goes with a customer who is merged. */
class CustomerDoorsIT extends Deployed {
    private static final As SENIOR = as("miriam.vogel", Role.AGENT, Role.MERGING);
    private static final int EDITORS = 8;

    @Inject
    private CustomerDesk desk;

    @Inject
    private CustomerFile file;

    @Inject
    private CustomerMerging merging;

    @Inject
    private CustomerFinder finder;

    @Inject
    private OrderEntry entry;

    @Inject
    private OrderHistory history;

    @Inject
    private Accounts accounts;

    @Inject
    private CallHistory calls;

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    @PersistenceUnit(unitName = "../ejb.jar#ringdesk")
    private EntityManagerFactory factory;

    @Test
    void theDoorsOpenForThoseWhoTalkToCustomersOnly() throws Exception {
        CustomerView customer = someone();
        CustomerNumber number = customer.number();
        CustomerDetails read = anna(() -> file.details(number));
        Map<String, Callable<?>> doors = Map.of(
                "details", () -> file.details(number),
                "edit", () -> file.edit(number, edit(read, "Neu")),
                "note", () -> file.note(number, "x"),
                "consent", () -> file.consent(number, said("x")),
                "find", () -> finder.find("x", 1),
                "open", () -> accounts.open(customer.id()),
                "calls", () -> calls.of(number, 1),
                "merge", () -> merging.merge(number, new CustomerNumber("C20001")),
                "unmerge", () -> merging.unmerge(1));
        for (As other :
                List.of(as("telephony", Role.TELEPHONY), as("system", Role.SYSTEM), as("x", Role.MERGING + "s"))) {
            doors.forEach((name, door) -> assertThatThrownBy(() -> other.call(door))
                    .as("%s: %s", other, name)
                    .isInstanceOf(EJBAccessException.class));
        }
        for (String merge : List.of("merge", "unmerge")) {
            assertThatThrownBy(() -> anna(Objects.requireNonNull(doors.get(merge))))
                    .isInstanceOf(EJBAccessException.class);
        }
        assertThat(read.mayMerge()).isFalse();
        assertThat(SENIOR.call(() -> file.details(number)).mayMerge()).isTrue();
        assertThat(as("petra.lindner", Role.SUPERVISOR)
                        .call(() -> file.details(number))
                        .mayMerge())
                .isTrue();
    }

    @Test
    void whatIsTypedIsKeptAndReadInNineStatements() throws Exception {
        CustomerView customer = someone();
        CustomerNumber number = customer.number();
        String name = "O'Neill <b>\"Groß\"</b> & Söhne";
        CustomerDetails read = anna(() -> file.details(number));
        anna(() -> file.note(number, "rings twice\n" + name));
        anna(() -> file.consent(number, said("on the telephone")));
        CustomerDetails after = anna(() -> file.edit(number, edit(read, name)));
        assertThat(after.customer().lastName()).isEqualTo(name);
        assertThat(after.notes().get(0).text()).isEqualTo("rings twice\n" + name);
        assertThat(after.consents().get(0).source()).isEqualTo("on the telephone");
        assertThat(after.changedBy()).isEqualTo("anna.schmidt");
        try (Statements statements = new Statements(factory)) {
            anna(() -> List.of(
                    file.details(number),
                    history.figures(customer.id()),
                    accounts.open(customer.id()),
                    calls.of(number, 20)));
            assertThat(statements.seen()).hasSize(9);
        }
        refused("customer.changed", () -> anna(() -> file.edit(number, edit(read, "late"))));
        refused(
                "customer.email.invalid",
                () -> anna(() -> file.edit(
                        number,
                        new CustomerEdit(
                                after.version(),
                                "A",
                                "B",
                                null,
                                "nonsense",
                                "de",
                                null,
                                phones(after),
                                addresses(after)))));
        assertThat(anna(() -> file.details(number))).isEqualTo(after);
    }

    /** All have read the same; one saves, the others are told. */
    @Test
    void ofMoreWhoSaveAtOnceOneIsFirst() throws Exception {
        CustomerNumber number = someone().number();
        CustomerDetails read = anna(() -> file.details(number));
        ExecutorService editors = Executors.newFixedThreadPool(EDITORS);
        try {
            List<Future<String>> saved = new ArrayList<>();
            for (int i = 0; i < EDITORS; i++) {
                String name = "Editor " + i;
                saved.add(editors.submit(() -> anna(() -> {
                    try {
                        return file.edit(number, edit(read, name)).customer().lastName();
                    } catch (Refusal refusal) {
                        return refusal.key();
                    }
                })));
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : saved) {
                outcomes.add(one.get());
            }
            assertThat(outcomes).filteredOn("customer.changed"::equals).hasSize(EDITORS - 1);
            assertThat(outcomes)
                    .contains(anna(() -> file.details(number)).customer().lastName());
        } finally {
            editors.shutdownNow();
        }
    }

    @Test
    void ordersAndCallsGoWithWhoIsMergedAndComeBack() throws Exception {
        CustomerView kept = someone();
        CustomerView twin = someone();
        OrderNumber order = anna(() -> entry.start(new ChannelCode("DE"), twin.number(), null))
                .number();
        call(twin.number());
        CustomerView one = SENIOR.call(() -> merging.merge(kept.number(), twin.number()));
        assertThat(anna(() -> history.recent(kept.id(), 5)))
                .extracting(OrderSummary::number)
                .containsExactly(order);
        assertThat(anna(() -> calls.of(kept.number(), 5))).hasSize(1);
        assertThat(anna(() -> entry.get(order)).customer()).isEqualTo(kept.number());
        for (String words : List.of(
                kept.number().value(),
                twin.number().value(),
                twin.lastName(),
                order.value(),
                twin.phones().get(0).e164())) {
            assertThat(anna(() -> finder.find(words, 9))).as(words).containsExactly(one);
        }
        long merge = anna(() -> file.details(kept.number())).merges().get(0).id();
        assertThat(as("petra.lindner", Role.SUPERVISOR).call(() -> merging.unmerge(merge)))
                .isEqualTo(twin);
        assertThat(anna(() -> history.recent(kept.id(), 5))).isEmpty();
        assertThat(anna(() -> entry.get(order)).customer()).isEqualTo(twin.number());
        assertThat(anna(() -> calls.of(twin.number(), 5))).hasSize(1);
        assertThat(anna(() -> finder.find(order.value(), 9))).containsExactly(twin);
        assertThat(anna(() -> desk.withPhone(twin.phones().get(0)))).containsExactly(twin);
    }

    @Test
    void aShownAlertComesWithTheNumber() throws Exception {
        CustomerView customer = someone();
        CustomerDetails read = anna(() -> file.details(customer.number()));
        anna(() -> file.edit(
                customer.number(),
                new CustomerEdit(
                        read.version(), "A", "B", null, null, "de", "Call back first", phones(read), addresses(read))));
        assertThat(as("telephony", Role.TELEPHONY)
                        .call(() -> desk.withPhone(customer.phones().get(0))))
                .singleElement()
                .extracting(CustomerView::alert)
                .isEqualTo("Call back first");
    }

    private CustomerView someone() throws Exception {
        long chance = UUID.randomUUID().getLeastSignificantBits();
        // letters only: many digits may look like a card number
        String name = "Probe " + Long.toString(Math.abs(chance), 36).replaceAll("\\d", "-");
        String phone = "+4930" + (50_000_000 + Math.floorMod(chance, 10_000_000));
        return anna(() -> desk.register(
                new NewCustomer("Jörg", name, null, null, phone, "de", "Weg 1", "10115", "Berlin", "DE")));
    }

    private void call(CustomerNumber customer) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into call_record (id, pbx, direction, state, withheld, customer, started_at, muted,"
                                + " last_seq, version) values (?, 'past', 'INBOUND', 'ENDED', false, ?,"
                                + " current_timestamp, false, 1, 1)")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, customer.value());
            insert.executeUpdate();
        }
    }

    private static ConsentSaid said(String source) {
        return new ConsentSaid(ConsentChannel.PHONE, true, LocalDate.of(2026, 1, 2), source);
    }

    private static CustomerEdit edit(CustomerDetails read, String lastName) {
        CustomerView c = read.customer();
        return new CustomerEdit(
                read.version(), c.firstName(), lastName, null, null, "de", null, phones(read), addresses(read));
    }

    private static List<String> phones(CustomerDetails read) {
        return read.customer().phones().stream().map(PhoneNumber::e164).toList();
    }

    private static List<CustomerEdit.Address> addresses(CustomerDetails read) {
        return read.addresses().stream()
                .map(p -> new CustomerEdit.Address(p.id(), p.kind(), p.street(), p.postalCode(), p.city(), p.country()))
                .toList();
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }
}
