package org.ringdesk.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.demo.domain.DemoCompany;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;
import org.ringdesk.testing.Rooms;

class CustomerDeskTest {
    /** Numbers from here on are of customers whom tests registered. */
    private static final int FIRST_OF_TESTS = 20_001
            + DemoCompany.asOf(Clock.systemUTC(), DemoCompany.SEED).customers().size();

    private static final Caller AGENT = as("anna.schmidt", Role.AGENT);

    @ParameterizedTest
    @EnumSource
    void severalCustomersOnOneNumberComeInOneStatement(Database database) {
        Rooms rooms = database.rooms();
        CustomerDesk desk = rooms.get(CustomerDesk.class);
        PhoneNumber shared = new PhoneNumber("+493023125043");

        List<CustomerView> found = AGENT.call(() -> desk.withPhone(shared));
        assertThat(found).extracting(CustomerView::name).containsExactlyInAnyOrder("Karl Brandt", "Ute Brandt");
        assertThat(found).allSatisfy(c -> assertThat(c.phones()).contains(shared));
        assertThat(found)
                .allSatisfy(c -> assertThat(c.addresses().get(0).street()).isEqualTo("Lindenstraße 43"));

        assertThat(rooms.database().statementsOf(() -> AGENT.call(() -> desk.withPhone(shared))))
                .hasSize(1);
        assertThat(AGENT.call(() -> desk.withPhone(new PhoneNumber("+493000000000"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    petersen anna          | Petersen
                    anna petersen          | Petersen
                    ETERSE                 | Petersen
                    030 23125042           | Petersen
                    +49 (0)30 231250-42    | Petersen
                    231250 petersen        | Petersen
                    ellis 3TN              | Ellis
                    sw11 3tn ellis         | Ellis
                    020 7946 0042          | Ellis
                    """, delimiter = '|')
    void findsByAnyPartOfWhatACallerSays(String words, String lastName) {
        for (Database database : Database.values()) {
            CustomerDesk desk = database.rooms().get(CustomerDesk.class);
            assertThat(AGENT.call(() -> desk.search(words, 10)))
                    .first()
                    .extracting(CustomerView::lastName)
                    .isEqualTo(lastName);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCustomerNumberComesFirst(Database database) {
        CustomerDesk desk = database.rooms().get(CustomerDesk.class);
        CustomerView any = AGENT.call(() -> desk.search("brandt", 10)).get(0);
        assertThat(AGENT.call(() -> desk.search(any.number().value().toLowerCase(Locale.ROOT), 10)))
                .first()
                .isEqualTo(any);
        assertThat(AGENT.call(() -> desk.get(any.number()))).isEqualTo(any);
    }

    @ParameterizedTest
    @EnumSource
    void signsOfThePatternLanguageAreOnlySigns(Database database) {
        CustomerDesk desk = database.rooms().get(CustomerDesk.class);
        for (String words : List.of("%", "_", "!", "\\", "' or 1=1 --", "", "  ", "p_t")) {
            assertThat(AGENT.call(() -> desk.search(words, 10))).as(words).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void registersOnceWhatIsTypedTwice(Database database) {
        CustomerDesk desk = database.rooms().get(CustomerDesk.class);
        NewCustomer typed = typed("Jörg", " Weiß ", "joerg@example.org", "030 23125099", "DE");

        CustomerView registered = AGENT.call(() -> desk.register(typed));
        assertThat(registered.lastName()).isEqualTo("Weiß");
        assertThat(registered.phones()).containsExactly(new PhoneNumber("+493023125099"));
        assertThat(registered.onAccount()).isFalse();
        assertThat(AGENT.call(() -> desk.register(typed)).number()).isEqualTo(registered.number());
        assertThat(AGENT.call(() -> desk.search("jorg weiss", 10))).containsExactly(registered);
        assertThat(AGENT.call(() -> desk.withPhone(new PhoneNumber("+493023125099"))))
                .containsExactly(registered);
        assertThat(AGENT.call(() -> desk.name(registered.id())).name()).isEqualTo("Jörg Weiß");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Weiß, a@b.de, 030 23125099, DE, customer.name.missing",
        "Jörg, '  ', a@b.de, 030 23125099, DE, customer.name.missing",
        "Jörg, Weiß, a.b.de, 030 23125099, DE, customer.email.invalid",
        "Jörg, Weiß, <a@b.de>, 030 23125099, DE, customer.email.invalid",
        "Jörg, Weiß, a@b.de, call me, DE, customer.phone.invalid",
        "Jörg, Weiß, a@b.de, 12, DE, customer.phone.invalid",
        "Jörg, Weiß, a@b.de, +493023125099, XX, customer.country.unknown",
        "Jörg, 4111 1111 1111 1111, a@b.de, +493023125099, DE, payment.card.number",
        "Jörg, Weiß, a@b.de, 4111-1111-1111-1111, DE, payment.card.number",
    })
    void refusesWhatCannotBe(String first, String last, String email, String phone, String country, String key) {
        CustomerDesk desk = Database.H2.rooms().get(CustomerDesk.class);
        assertThatThrownBy(() -> AGENT.call(() -> desk.register(typed(first, last, email, phone, country))))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @EnumSource
    void aNameOfMoreThanSixtyCharactersIsRefused(Database database) {
        CustomerDesk desk = database.rooms().get(CustomerDesk.class);
        assertThatThrownBy(() ->
                        AGENT.call(() -> desk.register(typed("x".repeat(61), "Weiß", "a@b.de", "030 23125099", "DE"))))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("customer.text.long"));
    }

    @ParameterizedTest
    @EnumSource
    void registeringNeedsAPerson(Database database) {
        CustomerDesk desk = database.rooms().get(CustomerDesk.class);
        assertThatThrownBy(() -> as("telephony", Role.TELEPHONY)
                        .call(() -> desk.register(typed("Jörg", "Weiß", "a@b.de", "030 23125099", "DE"))))
                .isInstanceOf(EJBAccessException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aSearchIsFiveStatementsHoweverManyAreFound(Database database) {
        Rooms rooms = database.rooms();
        CustomerDesk desk = rooms.get(CustomerDesk.class);
        assertThat(AGENT.call(() -> desk.search("e", 50))).hasSize(50);
        List<String> statements = rooms.database().statementsOf(() -> AGENT.call(() -> desk.search("e", 50)));
        assertThat(statements).hasSizeLessThanOrEqualTo(5).allSatisfy(s -> assertThat(s)
                .startsWithIgnoringCase("select"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Petersn anna   | Petersen
                    Peterson       | Petersen
                    Ana Peteresen  | Petersen
                    """, delimiter = '|')
    void postgresqlFindsWhatIsSpelledAlikeAndH2FindsNobody(String words, String lastName) {
        CustomerDesk trigrams = Database.POSTGRESQL.rooms().get(CustomerDesk.class);
        assertThat(AGENT.call(() -> trigrams.search(words, 10)))
                .extracting(CustomerView::lastName)
                .contains(lastName);
        CustomerDesk exact = Database.H2.rooms().get(CustomerDesk.class);
        assertThat(AGENT.call(() -> exact.search(words, 10))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"petersen", "ute", "moore", "2035", "+4420", "8033 an", "huber johann", "c2000", "sw1", "straße"})
    void bothDatabasesFindTheSameInTheSameOrder(String words) {
        List<CustomerNumber> exact = found(Database.H2, words);
        assertThat(found(Database.POSTGRESQL, words)).isEqualTo(exact);
    }

    private static List<CustomerNumber> found(Database database, String words) {
        CustomerDesk desk = database.rooms().get(CustomerDesk.class);
        return AGENT.call(() -> desk.search(words, 100)).stream()
                .filter(c -> Integer.parseInt(c.number().value().substring(1)) < FIRST_OF_TESTS)
                .map(CustomerView::number)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whoseNameBeginsWithItComesFirst(Database database) {
        CustomerDesk desk = database.rooms().get(CustomerDesk.class);
        assertThat(AGENT.call(() -> desk.search("an", 5)))
                .allSatisfy(c -> assertThat(c.name()).startsWithIgnoringCase("an"));
        assertThat(AGENT.call(() -> desk.search("moore", 3)))
                .allSatisfy(c -> assertThat(c.lastName()).isEqualTo("Moore"));
    }

    private static NewCustomer typed(String first, String last, String email, String phone, String country) {
        return new NewCustomer(first, last, null, email, phone, "de", "Ahornweg 1", "10115", "Berlin", country);
    }
}
