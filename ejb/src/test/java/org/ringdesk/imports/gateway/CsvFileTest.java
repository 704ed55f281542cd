package org.ringdesk.imports.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.shared.intake.IntakeField.Content;

class CsvFileTest {
    private static final List<IntakeField> FIELDS = List.of(
            IntakeField.required("number").asKey(),
            IntakeField.required("name"),
            IntakeField.optional("phone").with(Content.PHONES),
            IntakeField.optional("barcode").with(Content.BARCODE));

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("plain", "number,name\nA-1,Mug\n"),
                Arguments.of("no last line break", "number,name\nA-1,Mug"),
                Arguments.of("Windows line breaks", "number,name\r\nA-1,Mug\r\n"),
                Arguments.of("byte order mark", "\uFEFFnumber,name\nA-1,Mug\n"),
                Arguments.of("semicolons", "number;name\nA-1;Mug\n"),
                Arguments.of("another order", "name,number\nMug,A-1\n"),
                Arguments.of("capitals and spaces", " Number , NAME \n A-1 , Mug \n"),
                Arguments.of("quotation marks", "\"number\",\"name\"\n\"A-1\",\"Mug\"\n"),
                Arguments.of("empty lines", "\nnumber,name\n\n\nA-1,Mug\n\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void theRowIsTheSameHoweverItIsWritten(String what, String text) {
        assertThat(lines(text)).extracting(CsvLine::cells).containsExactly(Map.of("number", "A-1", "name", "Mug"));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("", "import.file.empty", List.of()),
                Arguments.of("number,name,colour,size\n", "import.file.columns.unknown", List.of("colour, size")),
                Arguments.of("number,name,\n", "import.file.columns.unknown", List.of("?")),
                Arguments.of("phone\n", "import.file.columns.missing", List.of("number, name")),
                Arguments.of("number,name,name\n", "import.file.columns.twice", List.of("name")),
                Arguments.of("number,name\nA-1,\"Mug\nB-2,Cup\n", "import.file.malformed", List.of(1L)),
                Arguments.of("number,name\nA-1,\"Mug\"x\n", "import.file.malformed", List.of(1L)),
                Arguments.of(
                        "number,name\nA-1,Mug\nA-2,4111 1111 1111 1111\n", "import.file.card", List.of(3L, "name")),
                Arguments.of("number,name\nA-2,Mug,4111111111111111\n", "import.file.card", List.of(2L, "")),
                Arguments.of(
                        "number,name,phone\nA-1,Mug,+49 30 1234567|4111111111111111\n",
                        "import.file.card",
                        List.of(2L, "phone")),
                Arguments.of(
                        "number,name,barcode\nA-1,Mug,4111111111111111\n", "import.file.card", List.of(2L, "barcode")),
                Arguments.of("4111111111111111\n", "import.file.card", List.of(1, "")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoTableOrHasACardNumberIsRefused(String text, String key, List<Object> arguments) {
        assertThatThrownBy(() -> lines(text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.arguments().subList(0, arguments.size())).isEqualTo(arguments);
            assertThat(refusal.arguments().toString()).doesNotContain("4111");
        });
    }

    @Test
    void anotherEncodingIsSaidAsSuch() {
        assertThatThrownBy(() -> all("number,name\nA-1,Bücher\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("import.file.encoding"));
    }

    @Test
    void rowsSayTheLineWhereTheyBegin() {
        assertThat(lines("number,name\nA-1,\"Mug\nblue\"\nA-2,Cup\n\nA-3,\"x\n\ny\"\nA-4,Jug"))
                .extracting(CsvLine::number)
                .containsExactly(2L, 4L, 6L, 9L);
    }

    @Test
    void rowsOfAnotherLengthAndTheSameSubjectAreFaults() {
        List<CsvLine> lines = lines("number,name\nA-1\nA-1,Mug\n a-1 ,Cup\nA-2,Cup,blue\n");
        assertThat(lines.get(0).fault()).isNotNull().extracting(Refusal::key).isEqualTo("import.row.cells");
        assertThat(lines.get(1).fault()).isNull();
        assertThat(lines.get(2).fault())
                .isNotNull()
                .satisfies(f -> assertThat(f.key()).isEqualTo("import.row.twice"))
                .satisfies(f -> assertThat(f.arguments()).containsExactly(3L));
        assertThat(lines.get(3).fault()).isNotNull().extracting(Refusal::key).isEqualTo("import.row.cells");
    }

    /** One in ten barcodes would pass for a card number by its digits alone; some pairs of phones, too. */
    @Test
    void barcodesAndPhonesAreNoCardNumbers() {
        assertThat(lines("number,name,barcode,phone\nA-1,Mug,4006381333931,+49 30 23125042|+49 30 23125026\n"
                        + "A-2,Cup,36000291452,4111111111\n"))
                .hasSize(2);
        assertThat(lines("number,name,barcode\nA-1,Mug,4000000000006\n")).hasSize(1);
    }

    private static List<CsvLine> lines(String text) {
        return all(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CsvLine> all(byte[] content) {
        List<CsvLine> lines = new ArrayList<>();
        try (CsvFile file = CsvFile.open(content, FIELDS)) {
            for (List<CsvLine> next = file.next(2); !next.isEmpty(); next = file.next(2)) {
                lines.addAll(next);
            }
        }
        return lines;
    }
}
