package org.ringdesk.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.RowResult;
import org.ringdesk.shared.intake.RowResult.Outcome;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** Customers by rows. */
class CustomerIntakeTest {
    private static final Caller ADMIN = as("katrin.brandt", Role.ADMIN);
    private static final Caller AGENT = as("anna.schmidt", Role.AGENT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    number      | 20001     | intake.customer.number
                    number      | C9999999  | customer.unknown
                    first_name  |           | intake.missing
                    last_name   | 4111 1111 1111 1111 | payment.card.number
                    email       | nobody    | customer.email.invalid
                    phone       | 12        | customer.phone.invalid
                    phone       | 4111111111111111 | payment.card.number
                    country     | XX        | customer.country.unknown
                    language    | fr        | intake.language
                    street      |           | intake.missing
                    postal_code | 1234567890123 | customer.text.long
                    city        |           | intake.missing
                    """)
    void whatIsWrongIsSaidAtItsField(String field, @Nullable String value, String key) {
        Map<String, String> row = row("Rosa", "030 5550100");
        assertThat(check(Database.H2, row)).extracting(RowResult::outcome).containsExactly(Outcome.ADDED);
        row.put(field, value == null ? "" : value);
        Refusal fault = check(Database.H2, row).get(0).faults().get(0);
        assertThat(fault.field() + ' ' + fault.key()).isEqualTo(field + ' ' + key);
    }

    @ParameterizedTest
    @EnumSource
    void somebodyNewIsKnownWhenTheyCall(Database database) {
        Map<String, String> row = row("Ottilie", "030 5550201 | +44 20 79460999");
        RowResult seen = check(database, row).get(0);
        assertThat(seen.read()).containsEntry("phone", "+49305550201 | +442079460999");
        assertThat(caller(database, "+442079460999")).isEmpty();
        assertThat(put(database, row)).extracting(RowResult::outcome).containsExactly(Outcome.ADDED);
        assertThat(caller(database, "+442079460999")).singleElement().satisfies(c -> {
            assertThat(c.firstName()).isEqualTo("Ottilie");
            assertThat(c.phones()).extracting(PhoneNumber::e164).containsExactly("+49305550201", "+442079460999");
            assertThat(c.addresses())
                    .singleElement()
                    .extracting(CustomerView.Address::city)
                    .isEqualTo("Potsdam");
        });
        assertThat(AGENT.call(() -> desk(database).search("ottilie imker", 5))).hasSize(1);
        // the same file once more makes nobody twice
        assertThat(put(database, row, row)).extracting(RowResult::outcome).containsExactly(Outcome.SAME, Outcome.SAME);
        assertThat(caller(database, "+442079460999")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theSameNewPersonTwiceInOneListIsOne(Database database) {
        assertThat(put(database, row("Zwilla", "030 5550301"), row("Zwilla", "030 5550301")))
                .extracting(RowResult::outcome)
                .containsExactly(Outcome.ADDED, Outcome.SAME);
        assertThat(caller(database, "+49305550301")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void somebodyKnownKeepsWhatWasNotSaid(Database database) {
        Map<String, String> row = row("Wilma", "030 5550401");
        row.put("email", "wilma@example.com");
        put(database, row);
        CustomerView before = caller(database, "+49305550401").get(0);
        Map<String, String> other = row("Wilma", "030 5550402");
        other.put("number", before.number().value());
        other.put("city", "Werder");
        assertThat(check(database, other)).extracting(RowResult::outcome).containsExactly(Outcome.CHANGED);
        assertThat(caller(database, "+49305550402")).isEmpty();
        assertThat(put(database, other)).extracting(RowResult::outcome).containsExactly(Outcome.CHANGED);
        CustomerView now = caller(database, "+49305550402").get(0);
        assertThat(now.number()).isEqualTo(before.number());
        assertThat(now.email()).isEqualTo("wilma@example.com");
        assertThat(now.phones()).extracting(PhoneNumber::e164).containsExactly("+49305550402", "+49305550401");
        assertThat(now.addresses())
                .singleElement()
                .extracting(CustomerView.Address::city)
                .isEqualTo("Werder");
        String changedBy = database.rooms()
                .query(em -> String.valueOf(
                        em.createNativeQuery("select changed_by from customer where number = '" + now.number() + "'")
                                .getSingleResult()));
        assertThat(changedBy).isEqualTo("katrin.brandt");
    }

    @ParameterizedTest
    @EnumSource
    void whoWasMergedIsSaidSo(Database database) {
        put(database, row("Zita", "030 5550501"), row("Zilla", "030 5550502"));
        CustomerNumber kept = caller(database, "+49305550501").get(0).number();
        CustomerNumber merged = caller(database, "+49305550502").get(0).number();
        as("miriam.vogel", Role.AGENT, Role.MERGING)
                .call(() -> database.rooms().get(CustomerMerging.class).merge(kept, merged));
        Map<String, String> row = row("Zilla", "030 5550502");
        row.put("number", merged.value());
        assertThat(put(database, row).get(0).faults()).singleElement().satisfies(f -> {
            assertThat(f.key()).isEqualTo("intake.customer.merged");
            assertThat(f.field()).isEqualTo("number");
        });
    }

    @ParameterizedTest
    @EnumSource
    void onlyAdminsAndTheSystemBringIn(Database database) {
        for (String role : List.of(Role.AGENT, Role.SUPERVISOR, Role.TELEPHONY, Role.MERGING)) {
            assertThatThrownBy(() ->
                            as("anna.schmidt", role).call(() -> intake(database).put(List.of(), "anna.schmidt")))
                    .isInstanceOf(EJBAccessException.class);
        }
        assertThat(as("system", Role.SYSTEM).call(() -> intake(database).put(List.of(), "system")))
                .isEmpty();
    }

    private static Map<String, String> row(String firstName, String phone) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("first_name", firstName);
        row.put("last_name", "Imker");
        row.put("phone", phone);
        row.put("country", "de");
        row.put("street", "Am Bienenhaus 1");
        row.put("postal_code", "14467");
        row.put("city", "Potsdam");
        return row;
    }

    private static CustomerIntake intake(Database database) {
        return database.rooms().get(CustomerIntake.class);
    }

    private static CustomerDesk desk(Database database) {
        return database.rooms().get(CustomerDesk.class);
    }

    @SafeVarargs
    private static List<RowResult> check(Database database, Map<String, String>... rows) {
        return ADMIN.call(() -> intake(database).check(List.of(rows)));
    }

    @SafeVarargs
    private static List<RowResult> put(Database database, Map<String, String>... rows) {
        return ADMIN.call(() -> intake(database).put(List.of(rows), "katrin.brandt"));
    }

    private static List<CustomerView> caller(Database database, String e164) {
        return AGENT.call(() -> desk(database).withPhone(new PhoneNumber(e164)));
    }
}
