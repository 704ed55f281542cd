package org.ringdesk.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.Channels;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.Intake;
import org.ringdesk.shared.intake.RowResult;
import org.ringdesk.shared.intake.RowResult.Outcome;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** Products, prices and stock by rows: what is wrong is said by field, what is good can be sold. */
class IntakeTest {
    private static final Caller ADMIN = as("katrin.brandt", Role.ADMIN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    number   |              | intake.missing
                    number   | A            | intake.product.number
                    number   | MUG 12       | intake.product.number
                    number   | A-4111-1111-1111-1111 | payment.card.number
                    name_en  |              | intake.missing
                    name_de  | 4111 1111 1111 1111 | payment.card.number
                    category |              | intake.missing
                    category | PLANES       | intake.choice.unknown
                    barcode  | 4006381333932 | intake.barcode
                    barcode  | 40063        | intake.barcode
                    tax_class| LUXURY       | intake.choice.unknown
                    picture  | ../x.svg     | intake.picture
                    picture  | http://x/y.png | intake.picture
                    active   | perhaps      | intake.yes-or-no
                    units    | BOX          | intake.units
                    units    | BOX=0        | intake.units
                    units    | DOZEN=12     | intake.units
                    units    | BOX=12,BOX=6 | intake.units
                    units    | PCS=12       | product.unit.base
                    sales_unit | DOZEN      | intake.choice.unknown
                    sales_unit | BOX        | intake.choice.unknown
                    """)
    void whatIsWrongWithAProductIsSaidAtItsField(String field, String value, String key) {
        assertThat(fault(Database.H2.rooms().get(ProductIntake.class), product("BAD-1"), field, value))
                .isEqualTo(field + ' ' + key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    product | NO-SUCH | intake.product.unknown
                    channel | FR      | channel.unknown
                    amount  |         | intake.missing
                    amount  | -1      | intake.amount
                    amount  | 1.234   | intake.amount
                    amount  | 1.234,50 | intake.amount
                    amount  | 12 €    | intake.amount
                    amount  | 1e3     | intake.amount
                    unit    | BOX     | intake.choice.unknown
                    """)
    void whatIsWrongWithAPriceIsSaidAtItsField(String field, String value, String key) {
        Map<String, String> row = Map.of("product", "MUG-001", "channel", "DE", "amount", "9,90");
        assertThat(fault(Database.H2.rooms().get(PriceIntake.class), row, field, value))
                .isEqualTo(field + ' ' + key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    product  | NO-SUCH | intake.product.unknown
                    quantity |         | intake.missing
                    quantity | -1      | intake.quantity
                    quantity | 1,5     | intake.quantity
                    quantity | 100000000 | intake.quantity
                    """)
    void whatIsWrongWithAStockIsSaidAtItsField(String field, String value, String key) {
        assertThat(fault(
                        Database.H2.rooms().get(StockIntake.class),
                        Map.of("product", "MUG-001", "quantity", "5"),
                        field,
                        value))
                .isEqualTo(field + ' ' + key);
    }

    @ParameterizedTest
    @EnumSource
    void everythingWrongWithARowIsSaidAtOnceAndOthersAreGood(Database database) {
        Map<String, String> bad = product("INT-002");
        bad.put("name_en", " ");
        bad.put("barcode", "1");
        List<RowResult> results = put(database.rooms().get(ProductIntake.class), product("INT-001"), bad);
        assertThat(results).extracting(RowResult::outcome).containsExactly(Outcome.ADDED, Outcome.BAD);
        assertThat(results.get(1).faults()).extracting(Refusal::field).containsExactly("name_en", "barcode");
        assertThat(numbers(database, "int-00")).isEmpty();
        assertThat(count(database, "INT-001")).isOne();
        assertThat(count(database, "INT-002")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aProductWithPriceAndStockIsFoundByAgents(Database database) {
        Map<String, String> row = product("INT-010");
        row.put("barcode", "4006381333931");
        assertThat(put(database.rooms().get(ProductIntake.class), row))
                .extracting(RowResult::outcome)
                .containsExactly(Outcome.ADDED);
        assertThat(numbers(database, "zirbelkiefer")).isEmpty();
        Map<String, String> price = Map.of("product", "int-010", "channel", "de", "amount", "12,50");
        assertThat(put(database.rooms().get(PriceIntake.class), price))
                .extracting(RowResult::outcome)
                .containsExactly(Outcome.ADDED);
        Map<String, String> stock = Map.of("product", "INT-010", "quantity", "7");
        assertThat(put(database.rooms().get(StockIntake.class), stock))
                .extracting(RowResult::outcome)
                .containsExactly(Outcome.CHANGED);
        assertThat(search(database, "zirbelkiefer")).singleElement().satisfies(p -> {
            assertThat(p.number().value()).isEqualTo("INT-010");
            assertThat(p.price().toString()).isEqualTo("12.50 EUR");
            assertThat(p.stock().available()).isEqualTo(7);
        });
        assertThat(numbers(database, "4006381333931")).containsExactly("INT-010");
        assertThat(numbers(database, "int-010")).containsExactly("INT-010");
    }

    /** What another order entry holds of a product is noticed to be old; what is as it was is not touched. */
    @ParameterizedTest
    @EnumSource
    void theVersionRisesWithAChangeOnly(Database database) {
        ProductIntake intake = database.rooms().get(ProductIntake.class);
        put(intake, product("INT-020"));
        long version = version(database, "INT-020");
        assertThat(put(intake, product("int-020")))
                .extracting(RowResult::outcome)
                .containsExactly(Outcome.SAME);
        assertThat(version(database, "INT-020")).isEqualTo(version);
        Map<String, String> other = product("INT-020");
        other.put("active", "nein");
        assertThat(check(intake, other)).extracting(RowResult::outcome).containsExactly(Outcome.CHANGED);
        assertThat(version(database, "INT-020")).isEqualTo(version);
        assertThat(put(intake, other)).extracting(RowResult::outcome).containsExactly(Outcome.CHANGED);
        assertThat(version(database, "INT-020")).isEqualTo(version + 1);
        // an empty cell leaves what is there
        other.put("active", "");
        assertThat(put(intake, other)).extracting(RowResult::outcome).containsExactly(Outcome.SAME);
    }

    @ParameterizedTest
    @EnumSource
    void aSubjectThatComesTwiceIsPutTwice(Database database) {
        Map<String, String> second = product("INT-030");
        second.put("name_en", "Second name");
        assertThat(put(database.rooms().get(ProductIntake.class), product("INT-030"), second))
                .extracting(RowResult::outcome)
                .containsExactly(Outcome.ADDED, Outcome.CHANGED);
        put(
                database.rooms().get(PriceIntake.class),
                Map.of("product", "INT-030", "channel", "DE", "amount", "1"),
                Map.of("product", "INT-030", "channel", "DE", "amount", "2.00"));
        assertThat(search(database, "int-030"))
                .singleElement()
                .satisfies(p -> assertThat(p.price().toString()).isEqualTo("2.00 EUR"));
    }

    @ParameterizedTest
    @EnumSource
    void aProductComesWithItsUnitsAndTheirPrices(Database database) {
        Map<String, String> row = product("INT-060");
        row.put("units", "box = 12; PALLET=480");
        row.put("sales_unit", "box");
        ProductIntake intake = database.rooms().get(ProductIntake.class);
        assertThat(put(intake, row)).extracting(RowResult::outcome).containsExactly(Outcome.ADDED);
        assertThat(put(intake, row)).extracting(RowResult::outcome).containsExactly(Outcome.SAME);
        PriceIntake prices = database.rooms().get(PriceIntake.class);
        Map<String, String> piece = Map.of("product", "INT-060", "channel", "DE", "amount", "2.00");
        Map<String, String> box = Map.of("product", "INT-060", "channel", "DE", "unit", "box", "amount", "22");
        assertThat(put(prices, piece, box))
                .extracting(RowResult::outcome)
                .containsExactly(Outcome.ADDED, Outcome.ADDED);
        assertThat(put(prices, box)).extracting(RowResult::outcome).containsExactly(Outcome.SAME);
        assertThat(search(database, "int-060").get(0).units())
                .extracting(u -> u.code() + " " + u.pieces() + " " + u.price())
                .containsExactly("BOX 12 22.00 EUR", "PCS 1 2.00 EUR", "PALLET 480 960.00 EUR");
        // what a file does not say stays
        Map<String, String> less = product("INT-060");
        less.put("units", "BOX=10");
        assertThat(put(intake, less)).extracting(RowResult::outcome).containsExactly(Outcome.CHANGED);
        assertThat(search(database, "int-060").get(0).units())
                .extracting(u -> u.code() + " " + u.pieces())
                .containsExactly("BOX 10", "PCS 1", "PALLET 480");
    }

    /** As many as a file's step has; so few statements that a long file takes seconds. */
    @ParameterizedTest
    @EnumSource
    void aThousandRowsAreReadInFewStatements(Database database) {
        List<Map<String, String>> rows =
                IntStream.range(0, 1000).mapToObj(n -> product("INT-K" + n)).toList();
        ProductIntake intake = database.rooms().get(ProductIntake.class);
        assertThat(database.rooms().database().statementsOf(() -> ADMIN.call(() -> intake.check(rows))))
                .hasSizeLessThanOrEqualTo(3);
        // 1000 and their stock in batches of 100 at most, ids in blocks of 50
        assertThat(database.rooms().database().statementsOf(() -> ADMIN.call(() -> intake.put(rows, "katrin.brandt"))))
                .hasSizeLessThanOrEqualTo(50);
        assertThat(ADMIN.call(() -> intake.check(rows)))
                .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(Outcome.SAME));
        database.rooms().query(em -> {
            em.getTransaction().begin();
            em.createNativeQuery("delete from product where number like 'INT-K%'")
                    .executeUpdate();
            em.getTransaction().commit();
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource
    void onlyAdminsAndTheSystemBringIn(Database database) {
        for (Class<? extends Intake> type : List.of(ProductIntake.class, PriceIntake.class, StockIntake.class)) {
            Intake door = database.rooms().get(type);
            for (String role : List.of(Role.AGENT, Role.SUPERVISOR, Role.TELEPHONY)) {
                Caller other = as("anna.schmidt", role);
                assertThatThrownBy(() -> other.call(() -> door.check(List.of())))
                        .isInstanceOf(EJBAccessException.class);
                assertThatThrownBy(() -> other.call(() -> door.put(List.of(), "anna.schmidt")))
                        .isInstanceOf(EJBAccessException.class);
            }
            assertThat(as("system", Role.SYSTEM).call(() -> door.check(List.of())))
                    .isEmpty();
        }
    }

    private static Map<String, String> product(String number) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("number", number);
        row.put("name_en", "Stone pine board");
        row.put("name_de", "Zirbelkieferbrett groß");
        row.put("category", "KITCHEN");
        return row;
    }

    private static String fault(Intake intake, Map<String, String> good, String field, @Nullable String value) {
        assertThat(check(intake, good)).extracting(RowResult::outcome).doesNotContain(Outcome.BAD);
        Map<String, String> row = new LinkedHashMap<>(good);
        row.put(field, value == null ? "" : value);
        Refusal fault = check(intake, row).get(0).faults().get(0);
        return fault.field() + ' ' + fault.key();
    }

    @SafeVarargs
    private static List<RowResult> check(Intake intake, Map<String, String>... rows) {
        return ADMIN.call(() -> intake.check(List.of(rows)));
    }

    @SafeVarargs
    private static List<RowResult> put(Intake intake, Map<String, String>... rows) {
        return ADMIN.call(() -> intake.put(List.of(rows), "katrin.brandt"));
    }

    private static List<ProductView> search(Database database, String words) {
        return as("anna.schmidt", Role.AGENT).call(() -> database.rooms()
                .get(Products.class)
                .search(database.rooms().get(Channels.class).get(new ChannelCode("DE")), words, "de", 10));
    }

    private static List<String> numbers(Database database, String words) {
        return search(database, words).stream().map(p -> p.number().value()).toList();
    }

    private static long count(Database database, String number) {
        return number(database, "select count(*) from product where number = '" + number + "'");
    }

    private static long version(Database database, String number) {
        return number(database, "select version from product where number = '" + number + "'");
    }

    private static long number(Database database, String sql) {
        return database.rooms().query(em -> ((Number) em.createNativeQuery(sql).getSingleResult()).longValue());
    }
}
