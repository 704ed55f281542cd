package org.ringdesk.cti.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;

/**
 * Whatever stands in any field of any command: the bytes on the wire, read as Asterisk reads them, are the actions of that
 * command with exactly these fields, or the value is refused and there are none.
 */
class HostileValuesTest {
    private static final Timing PATIENT =
            new Timing(Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofSeconds(20), Duration.ofSeconds(30));
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final EveryCommand MAIN = named("hangUp");
    private static final EveryCommand SECOND = named("mute");

    private Commanding on = new Commanding(Commanding.second(), PATIENT);
    private final Set<String> sent = new HashSet<>();
    private final Set<String> refused = new HashSet<>();

    HostileValuesTest() throws IOException {
        // the field starts the PBX
    }

    /** A command and a value for each of its fields. */
    record Attempt(EveryCommand command, List<String> values) {}

    @BeforeProperty
    void logIn() {
        on.pbx.value("BRIDGEPEER", EveryCommand.PEER);
        MAIN.sending().send(on.commands, MAIN.values());
        SECOND.sending().send(on.commands, SECOND.values());
        on.pbx.heard();
    }

    @AfterProperty
    void nothingWasLeftOut() throws IOException {
        on.close();
        List<String> every = EveryCommand.all().stream().map(EveryCommand::name).toList();
        assertThat(sent).as("taken").containsExactlyInAnyOrderElementsOf(every);
        assertThat(refused).as("refused").containsExactlyInAnyOrderElementsOf(every);
    }

    @Provide
    Arbitrary<Attempt> attempts() {
        return Arbitraries.of(EveryCommand.all()).flatMap(command -> {
            List<Arbitrary<String>> fields =
                    command.values().stream().map(HostileTexts::around).toList();
            // mostly one field is attacked, for one that is refused hides the others
            Arbitrary<Integer> attacked = Arbitraries.integers().between(-1, fields.size() - 1);
            return Combinators.combine(Combinators.combine(fields).as(values -> values), attacked)
                    .as((values, which) -> new Attempt(command, only(which, values, command.values())));
        });
    }

    private static List<String> only(int which, List<String> hostile, List<String> allowed) {
        List<String> values = new ArrayList<>(which < 0 ? hostile : allowed);
        if (which >= 0) {
            values.set(which, hostile.get(which));
        }
        return values;
    }

    @Property(tries = 6000)
    void oneActionOrNone(@ForAll("attempts") Attempt attempt) {
        List<Map<String, String>> expected;
        try {
            attempt.command().sending().send(on.commands, attempt.values());
            expected = attempt.command().wire().actions(attempt.values());
            sent.add(attempt.command().name());
        } catch (CtiException e) {
            assertThat(e.kind()).isEqualTo(Kind.INVALID);
            assertThat(e.getMessage()).as("for an agent's eyes").hasSizeLessThan(100);
            refused.add(attempt.command().name());
            expected = List.of();
        }
        // what had been written by now was read before these are answered
        MAIN.sending().send(on.commands, MAIN.values());
        SECOND.sending().send(on.commands, SECOND.values());
        List<Map<String, String>> all = new ArrayList<>(expected);
        all.addAll(MAIN.wire().actions(MAIN.values()));
        all.addAll(SECOND.wire().actions(SECOND.values()));
        assertThat(asAsteriskReads(on.pbx.heard())).containsExactlyInAnyOrderElementsOf(all);
    }

    private static EveryCommand named(String name) {
        return EveryCommand.all().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A line ends at every line feed; an empty one ends an action. */
    private static List<Map<String, String>> asAsteriskReads(String text) {
        List<Map<String, String>> actions = new ArrayList<>();
        Map<String, String> fields = new TreeMap<>();
        for (String line : Arrays.asList(text.split("\n", -1))) {
            String header = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            int colon = header.indexOf(':');
            if (colon >= 0) {
                fields.merge(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).stripLeading().replaceAll("rd-" + UUID + "-\\d+\\.0", "rd-*"),
                        (first, second) -> first + '\n' + second);
            } else if (!header.isEmpty()) {
                fields.put(header, "");
            } else if (!fields.isEmpty()) {
                fields.remove("actionid");
                fields.computeIfPresent("variable", (name, values) -> sorted(values));
                actions.add(fields);
                fields = new TreeMap<>();
            }
        }
        if (!fields.isEmpty()) {
            actions.add(fields);
        }
        return actions;
    }

    private static String sorted(String values) {
        String[] lines = values.split("\n");
        Arrays.sort(lines);
        return String.join("\n", lines);
    }
}
