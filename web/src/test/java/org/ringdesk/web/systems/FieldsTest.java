package org.ringdesk.web.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.catalog.PriceIntake;
import org.ringdesk.customers.CustomerIntake;
import org.ringdesk.web.page.Words;

/** What is read of bodies, and what is said about those that are not right. */
class FieldsTest {

    @Test
    void textsNumbersAndYesOrNoBecomeTexts() {
        Rows rows = new Rows(new PriceIntake().fields());
        assertThat(rows.one(json("{'amount': 12.500}"), Map.of("product", "P-1", "channel", "DE")))
                .isEqualTo(Map.of("product", "P-1", "channel", "DE", "unit", "", "amount", "12.5"));
        assertThat(rows.all(json("{'rows': [{'product': 'P-1', 'channel': 'DE', 'amount': '7,95'}]}")))
                .containsExactly(Map.of("product", "P-1", "channel", "DE", "unit", "", "amount", "7,95"));
        // not written out: that would fill the memory
        assertThat(rows.one(json("{'amount': 1e999999999}"), Map.of())).containsEntry("amount", "1E+999999999");
        assertThat(new Rows(new CustomerIntake().fields()).one(json("{'phones': ['030 1', '030 2']}"), Map.of()))
                .containsEntry("phone", "030 1 | 030 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'colour': 'red'}; /colour UNKNOWN",
                "{'amount': {}}; /amount TYPE",
                "{'amount': [1]}; /amount TYPE",
                "{'product': 'P-1'}; /product UNKNOWN",
                "{'a/b~c': 1}; /a~1b~0c UNKNOWN",
            })
    void whatIsNotRightIsSaidAtItsPlace(String body, String fault) {
        Rows rows = new Rows(new PriceIntake().fields());
        assertThat(faults(() -> rows.one(json(body), Map.of("product", "P-1", "channel", "DE"))))
                .containsExactly(fault);
    }

    @Test
    void rowsHavePlacesToo() {
        Rows rows = new Rows(new PriceIntake().fields());
        assertThat(faults(() -> rows.all(json("{'rows': [{'amount': 1}, 7, {'colour': 1, 'amount': true}]}"))))
                .containsExactly("/rows/1 TYPE", "/rows/2/colour UNKNOWN");
        assertThat(faults(() -> rows.all(json("{'rows': {}}")))).contains("/rows TYPE");
        assertThat(faults(() -> rows.all(json("{'rows': [" + "{},".repeat(1000) + "{}]}"))))
                .containsExactly("/rows MANY");
        List<Map<String, String>> twice = rows.all(json("{'rows': [{'product':'a','channel':'DE','amount':1},"
                + "{'product':'A ','channel':'de','amount':2},{'product':'A','channel':'UK','amount':2},"
                + "{'product':'A','channel':'UK','unit':'BOX','amount':2}]}"));
        assertThat(rows.doubles(twice)).singleElement().satisfies(f -> assertThat(f.pointer())
                .isEqualTo("/rows/1/product"));
    }

    @Test
    void piecesAndPositionsAreWholeNumbers() {
        Fields good = new Fields(json("{'lines': [{'line': 1, 'quantity': 2}, {'line': 3, 'quantity': 1}]}"));
        assertThat(good.pieces("lines")).containsExactly(Map.entry(1, 2), Map.entry(3, 1));
        assertThat(faults(() -> {
                    Fields bad = new Fields(json("{'lines': [{'line': 1.5, 'quantity': 2, 'x': 1}, 4]}"));
                    bad.pieces("lines");
                    bad.end();
                }))
                .contains("/lines/0/line TYPE", "/lines/0/x UNKNOWN", "/lines/1 TYPE");
        assertThat(faults(() -> {
                    Fields bad = new Fields(json("{'lines': [1, 1e9, '2']}"));
                    bad.positions("lines");
                    bad.end();
                }))
                .containsExactly("/lines/1 TYPE", "/lines/2 TYPE");
    }

    @Test
    void malformedJsonIsSaidWithItsPlace() {
        Sent sent = new Sent();
        sent.is("{\"a\": 1,\n \"b\" 2}".getBytes(StandardCharsets.UTF_8));
        Rejected rejected = catchThrowableOfType(Rejected.class, sent::json);
        assertThat(rejected.trouble()).isEqualTo(Trouble.MALFORMED);
        assertThat(rejected.arguments().get(0)).isEqualTo(2L);
        sent.is("{\"a\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(sent::json).isInstanceOf(Rejected.class);
        sent.is("[1]".getBytes(StandardCharsets.UTF_8));
        assertThat(faults(sent::json)).containsExactly(" TYPE");
        sent.is(new byte[0]);
        assertThat(sent.json()).isEmpty();
    }

    @Test
    void anotherRequestHasAnotherFingerprint() {
        Sent sent = new Sent();
        sent.is("{}".getBytes(StandardCharsets.UTF_8));
        String one = sent.fingerprint("POST /a");
        assertThat(sent.fingerprint("POST /a")).isEqualTo(one);
        assertThat(sent.fingerprint("POST /b")).isNotEqualTo(one);
        sent.is("{ }".getBytes(StandardCharsets.UTF_8));
        assertThat(sent.fingerprint("POST /a")).isNotEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource
    void everyTroubleHasItsWords(Trouble trouble) {
        for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
            assertThat(Words.of(locale, "api.status." + trouble.status())).isNotBlank();
            assertThat(Words.of(locale, "api.trouble." + trouble.name(), 2, 3))
                    .isNotBlank()
                    .doesNotContain("{", "''");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFlawHasItsWords(Fault.Flaw flaw) {
        for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
            assertThat(Words.of(locale, "api.flaw." + flaw.name(), 1))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    private static List<String> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Rejected.class, work).faults().stream()
                .map(f -> f.pointer() + " " + f.flaw())
                .toList();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
