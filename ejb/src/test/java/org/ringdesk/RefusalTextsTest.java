package org.ringdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderProblem;
import org.ringdesk.orders.OrderStatus;

/** Whoever is refused is told why in their language. */
class RefusalTextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern REFUSAL = Pattern.compile("new Refusal\\(\\s*(\"([a-z.-]+)\")?");
    private static final List<String> BUNDLES = List.of("refusals.properties", "refusals_de.properties");

    @Test
    void everyRefusalNamesItsTextWhereItIsMade() throws IOException {
        for (Matcher found : refusals()) {
            assertThat(found.group(2)).as(found.group()).isNotNull();
        }
    }

    @Test
    void everyKeyHasATextInBothLanguagesAndNoTextIsLeftOver() throws IOException {
        Set<String> keys = new TreeSet<>();
        refusals().forEach(found -> keys.add(found.group(2)));
        Stream.of(OrderProblem.values()).forEach(p -> keys.add("order.problem." + p.key()));
        assertThat(keys).hasSizeGreaterThan(30);
        for (String bundle : BUNDLES) {
            assertThat(texts(bundle).stringPropertyNames()).as(bundle).containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusals.properties", "refusals_de.properties"})
    void everyTextIsAPatternAndFillsItsPlaces(String bundle) throws IOException {
        Properties texts = texts(bundle);
        for (String key : texts.stringPropertyNames()) {
            String text =
                    new MessageFormat(texts.getProperty(key), Locale.GERMAN).format(new Object[] {1, 1, 1, 1, 1, 1, 1});
            assertThat(text).as(key).isNotBlank().doesNotContain("{", "}", "''");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusals.properties", "refusals_de.properties"})
    void whatHappenedIsSaidForEveryKindAndStatus(String bundle) throws IOException {
        Properties texts = texts(bundle);
        Set<String> said = new HashSet<>();
        for (OrderEventKind kind : OrderEventKind.values()) {
            said.add(MessageFormat.format(
                    texts.getProperty("order.changed"), "Anna", kind.ordinal(), "Mug", "2", "5", "12:00", 0));
        }
        assertThat(said).hasSize(OrderEventKind.values().length);
        said.clear();
        for (OrderStatus status : OrderStatus.values()) {
            said.add(MessageFormat.format(texts.getProperty("order.not-editable"), "DE00000001", status.ordinal()));
        }
        assertThat(said).hasSize(OrderStatus.values().length);
    }

    @Test
    void whoWhatAndWhenAreInTheText() throws IOException {
        assertThat(MessageFormat.format(
                        texts("refusals.properties").getProperty("order.changed"),
                        "Anna Schmidt",
                        OrderEventKind.QUANTITY_CHANGED.ordinal(),
                        "Mug, blue",
                        "2",
                        "5",
                        "12:03:41",
                        2))
                .startsWith(
                        "Anna Schmidt changed this order at 12:03:41: Mug, blue: quantity 2 → 5, and 2 more changes.");
    }

    private static List<Matcher> refusals() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .flatMap(RefusalTextsTest::refusalsIn)
                    .collect(Collectors.toList());
        }
    }

    private static Stream<Matcher> refusalsIn(Path file) {
        try {
            String text = Files.readString(file);
            return REFUSAL.matcher(text).results().map(r -> {
                Matcher one = REFUSAL.matcher(text);
                if (!one.find(r.start())) {
                    throw new IllegalStateException(file.toString());
                }
                return one;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties texts(String bundle) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RefusalTextsTest.class.getResourceAsStream("/org/ringdesk/" + bundle), bundle)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        }
    }
}
