package org.ringdesk.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

class CustomerFileTest {
    private static final Caller ANNA = as("anna.schmidt", Role.AGENT);
    private static final Caller PETRA = as("petra.lindner", Role.SUPERVISOR);
    private static final AtomicInteger NEXT = new AtomicInteger(10_000);
    private static final String CARD = "4111 1111 1111 1111";

    @ParameterizedTest
    @EnumSource
    void everythingIsChangedAndFoundUnderWhatIsNew(Database database) {
        Rooms rooms = database.rooms();
        CustomerFile file = rooms.get(CustomerFile.class);
        CustomerDetails before = someone(rooms);
        CustomerEdit edit = new CustomerEdit(
                before.version(),
                "Zoë",
                "Weiß-Groß " + NEXT.incrementAndGet(),
                "Weiß & Söhne",
                "ZOE@Example.org",
                "en",
                "Wants to be called back at once",
                List.of("+44 20 7946 0042", "call me", "+44 20 7946 0042"),
                List.of(
                        new CustomerEdit.Address(null, "DELIVERY", "Hof 1", "sw1a 1aa", "London", "gb"),
                        same(before.addresses().get(0))));
        assertRefused(
                "customer.phone.invalid",
                "phones.1",
                () -> file.edit(before.customer().number(), edit));

        CustomerEdit german = with(edit, List.of("+44 20 7946 0042", "+49 30 23125043", "+44 20 7946 0042"));
        CustomerDetails after = ANNA.call(() -> file.edit(before.customer().number(), german));
        assertThat(after.customer().phones())
                .containsExactly(new PhoneNumber("+442079460042"), new PhoneNumber("+493023125043"));
        assertThat(after.customer().country()).isEqualTo("GB");
        assertThat(after.customer().email()).isEqualTo("zoe@example.org");
        assertThat(after.customer().alert()).isEqualTo("Wants to be called back at once");
        assertThat(after.addresses())
                .extracting(CustomerDetails.Place::kind, CustomerDetails.Place::postalCode)
                .containsExactly(tuple("DELIVERY", "SW1A 1AA"), tuple("BILLING", "10115"));
        assertThat(after.addresses().get(1).id())
                .isEqualTo(before.addresses().get(0).id());
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.changedBy()).isEqualTo("anna.schmidt");
        assertThat(ANNA.call(() -> file.details(before.customer().number()))).isEqualTo(after);

        CustomerDesk desk = rooms.get(CustomerDesk.class);
        for (String words : List.of(after.customer().lastName(), "sw1a1aa", "zoe@example.org", "weiss sohne")) {
            assertThat(ANNA.call(() -> desk.search(words, 50))).as(words).contains(after.customer());
        }
        assertThat(ANNA.call(() -> desk.withPhone(new PhoneNumber("+493023125043"))))
                .as("a shared number, with what to look out for")
                .hasSizeGreaterThan(2)
                .contains(after.customer());
        assertThat(ANNA.call(() -> desk.withPhone(before.customer().phones().get(0))))
                .doesNotContain(after.customer());
    }

    @ParameterizedTest
    @EnumSource
    void anotherMainPhoneIsTheSamePhones(Database database) {
        Rooms rooms = database.rooms();
        CustomerFile file = rooms.get(CustomerFile.class);
        CustomerDetails one = someone(rooms);
        CustomerEdit two = edit(one, e -> with(e, List.of(e.phones().get(0), "+4917612345678")));
        CustomerDetails added = ANNA.call(() -> file.edit(one.customer().number(), two));
        List<String> swapped = new ArrayList<>(
                added.customer().phones().stream().map(PhoneNumber::e164).toList());
        Collections.reverse(swapped);
        List<String> statements = rooms.database()
                .statementsOf(
                        () -> ANNA.call(() -> file.edit(one.customer().number(), edit(added, e -> with(e, swapped)))));
        assertThat(statements).noneMatch(s -> s.startsWith("INSERT") || s.startsWith("DELETE"));
        assertThat(ANNA.call(() -> file.details(one.customer().number()))
                        .customer()
                        .phones())
                .extracting(PhoneNumber::e164)
                .containsExactlyElementsOf(swapped);
    }

    @ParameterizedTest
    @EnumSource
    void whoSavesSecondIsToldWhoWasFirstAndNothingIsLost(Database database) {
        Rooms rooms = database.rooms();
        CustomerFile file = rooms.get(CustomerFile.class);
        CustomerDetails read = someone(rooms);
        CustomerNumber number = read.customer().number();
        CustomerDetails petras = PETRA.call(() -> file.edit(number, edit(read, e -> named(e, "Petra's"))));
        assertThatThrownBy(() -> ANNA.call(() -> file.edit(number, edit(read, e -> named(e, "Anna's")))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("customer.changed");
                    assertThat(refusal.arguments()).first().isEqualTo("Petra Lindner");
                });
        assertThat(ANNA.call(() -> file.details(number))).isEqualTo(withMerging(petras, false));
        CustomerDetails annas = ANNA.call(() -> file.edit(number, edit(petras, e -> named(e, "Anna's"))));
        assertThat(annas.customer().lastName()).isEqualTo("Anna's");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    firstName            | customer.name.missing
                    lastName             | customer.name.missing
                    email                | customer.email.invalid
                    phones.0             | customer.phone.invalid
                    addresses.0.street   | customer.address.missing
                    addresses.0.city     | customer.address.missing
                    addresses.0.country  | customer.country.unknown
                    """, delimiter = '|')
    void whatCannotBeIsRefusedAtItsField(String field, String key) {
        Rooms rooms = Database.H2.rooms();
        CustomerFile file = rooms.get(CustomerFile.class);
        CustomerDetails read = someone(rooms);
        String bad = key.endsWith("missing") ? "   " : "x";
        assertRefused(key, field, () -> file.edit(read.customer().number(), put(read, field, bad)));
        assertThat(ANNA.call(() -> file.details(read.customer().number()))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "firstName",
        "lastName",
        "company",
        "email",
        "alert",
        "phones.0",
        "addresses.0.street",
        "addresses.0.city"
    })
    void aCardNumberIsRefusedInEveryField(String field) {
        Rooms rooms = Database.H2.rooms();
        CustomerFile file = rooms.get(CustomerFile.class);
        CustomerDetails read = someone(rooms);
        assertRefused(
                "payment.card.number", field, () -> file.edit(read.customer().number(), put(read, field, CARD)));
        assertRefused(
                "payment.card.number", "note", () -> file.note(read.customer().number(), "pays by " + CARD));
        ConsentSaid said = new ConsentSaid(ConsentChannel.POST, true, LocalDate.of(2026, 11, 1), CARD);
        assertRefused(
                "payment.card.number",
                "source",
                () -> file.consent(read.customer().number(), said));
    }

    @ParameterizedTest
    @EnumSource
    void notesAreDatedAndSigned(Database database) {
        Rooms rooms = database.rooms();
        CustomerFile file = rooms.get(CustomerFile.class);
        CustomerNumber number = someone(rooms).customer().number();
        ANNA.call(() -> file.note(number, " rings twice\r\n<b>leave it at the door</b> "));
        CustomerDetails details = PETRA.call(() -> file.note(number, "called back"));
        assertThat(details.notes())
                .extracting(CustomerDetails.Note::author, CustomerDetails.Note::text)
                .containsExactly(
                        tuple("Petra Lindner", "called back"),
                        tuple("Anna Schmidt", "rings twice\n<b>leave it at the door</b>"));
        assertRefused("customer.text.missing", "note", () -> file.note(number, " \n "));
        assertRefused("customer.text.long", "note", () -> file.note(number, "x".repeat(1001)));
    }

    @ParameterizedTest
    @EnumSource
    void theLastConsentOfAChannelIsInForce(Database database) {
        Rooms rooms = database.rooms();
        CustomerFile file = rooms.get(CustomerFile.class);
        CustomerNumber number = someone(rooms).customer().number();
        LocalDate today = LocalDate.ofInstant(rooms.clock().instant(), ZoneOffset.UTC);
        ANNA.call(
                () -> file.consent(number, new ConsentSaid(ConsentChannel.EMAIL, true, today.minusDays(9), "coupon")));
        ANNA.call(() -> file.consent(number, new ConsentSaid(ConsentChannel.PHONE, true, today, "call")));
        CustomerDetails details = ANNA.call(
                () -> file.consent(number, new ConsentSaid(ConsentChannel.EMAIL, false, today, "on the telephone")));
        assertThat(details.consents())
                .containsExactly(
                        new CustomerDetails.Consent(
                                ConsentChannel.EMAIL, false, today, "on the telephone", "Anna Schmidt"),
                        new CustomerDetails.Consent(ConsentChannel.PHONE, true, today, "call", "Anna Schmidt"));
        assertRefused(
                "customer.consent.future",
                "on",
                () -> file.consent(number, new ConsentSaid(ConsentChannel.POST, true, today.plusDays(3), "call")));
    }

    @ParameterizedTest
    @EnumSource
    void detailsAreSixStatementsHoweverMuchThereIs(Database database) {
        Rooms rooms = database.rooms();
        CustomerFile file = rooms.get(CustomerFile.class);
        CustomerDetails read = someone(rooms);
        CustomerNumber number = read.customer().number();
        for (int i = 0; i < 5; i++) {
            ANNA.call(() -> file.note(number, "again"));
        }
        ANNA.call(() -> file.edit(
                number, edit(read, e -> with(e, List.of("+493023125991", "+493023125992", "+493023125993")))));
        assertThat(rooms.database().statementsOf(() -> ANNA.call(() -> file.details(number))))
                .hasSize(6)
                .allSatisfy(s -> assertThat(s).startsWith("SELECT"));
    }

    @ParameterizedTest
    @EnumSource
    void theTelephoneSystemReadsNoFiles(Database database) {
        CustomerFile file = database.rooms().get(CustomerFile.class);
        assertThatThrownBy(() -> as("telephony", Role.TELEPHONY).call(() -> file.details(new CustomerNumber("C20001"))))
                .isInstanceOf(EJBAccessException.class);
    }

    static CustomerDetails someone(Rooms rooms) {
        int n = NEXT.incrementAndGet();
        NewCustomer typed = new NewCustomer(
                "Jörg", "Probe " + n, null, null, "+49302312" + n, "de", "Ahornweg " + n, "10115", "Berlin", "DE");
        CustomerDesk desk = rooms.get(CustomerDesk.class);
        CustomerFile file = rooms.get(CustomerFile.class);
        return ANNA.call(() -> file.details(desk.register(typed).number()));
    }

    static CustomerEdit edit(CustomerDetails read, UnaryOperator<CustomerEdit> change) {
        CustomerView c = read.customer();
        return change.apply(new CustomerEdit(
                read.version(),
                c.firstName(),
                c.lastName(),
                c.company(),
                c.email(),
                c.language(),
                c.alert(),
                c.phones().stream().map(PhoneNumber::e164).toList(),
                read.addresses().stream().map(CustomerFileTest::same).toList()));
    }

    private static CustomerEdit.Address same(CustomerDetails.Place p) {
        return new CustomerEdit.Address(p.id(), p.kind(), p.street(), p.postalCode(), p.city(), p.country());
    }

    private static CustomerEdit with(CustomerEdit e, List<String> phones) {
        return new CustomerEdit(
                e.version(),
                e.firstName(),
                e.lastName(),
                e.company(),
                e.email(),
                e.language(),
                e.alert(),
                phones,
                e.addresses());
    }

    static CustomerEdit named(CustomerEdit e, String lastName) {
        return new CustomerEdit(
                e.version(),
                e.firstName(),
                lastName,
                e.company(),
                e.email(),
                e.language(),
                e.alert(),
                e.phones(),
                e.addresses());
    }

    private static CustomerEdit put(CustomerDetails read, String field, String value) {
        return edit(read, e -> {
            CustomerEdit.Address a = e.addresses().get(0);
            CustomerEdit.Address address = new CustomerEdit.Address(
                    a.id(),
                    a.kind(),
                    field.endsWith("street") ? value : a.street(),
                    a.postalCode(),
                    field.endsWith("city") ? value : a.city(),
                    field.endsWith("country") ? value : a.country());
            return new CustomerEdit(
                    e.version(),
                    field.equals("firstName") ? value : e.firstName(),
                    field.equals("lastName") ? value : e.lastName(),
                    field.equals("company") ? value : e.company(),
                    field.equals("email") ? value : e.email(),
                    e.language(),
                    field.equals("alert") ? value : e.alert(),
                    field.equals("phones.0") ? List.of(value) : e.phones(),
                    List.of(address));
        });
    }

    private static CustomerDetails withMerging(CustomerDetails d, boolean may) {
        return new CustomerDetails(
                d.customer(),
                d.version(),
                d.createdAt(),
                d.changedAt(),
                d.changedBy(),
                d.creditLimit(),
                d.addresses(),
                d.notes(),
                d.consents(),
                d.merges(),
                may);
    }

    private static void assertRefused(String key, String field, Supplier<?> work) {
        assertThatThrownBy(() -> ANNA.call(work::get)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}
