package org.ringdesk.cti.replay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringdesk.cti.call.Recordings;
import org.ringdesk.cti.call.Trunks;

/**
 * Recordings of another PBX, with what the tests of the project that made them say happens: the same parties, transfers,
 * answers and reasons, in the same order. What we tell besides is listed in docs/call-model.md.
 */
class ElsewhereTest {
    private static final Map<String, String> OUR_NAMES = Map.of(
            "b_dial", "ringing",
            "b_dial_end", "ring_ended",
            "up", "talking",
            "queue_caller_abandon", "queue_abandoned",
            "hangup", "ended");
    private static final Set<String> COMPARED = Set.of(
            "ringing",
            "ring_ended",
            "talking",
            "blind_transfer",
            "attended_transfer",
            "blonde_transfer",
            "queue_abandoned",
            "ended");

    static Stream<Path> recordings() throws IOException {
        return Recordings.elsewhere().stream();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void tellsWhatIsKnownToHaveHappened(Path recording) throws IOException {
        List<String> expected = expected(Path.of(recording.toString().replace(".ami", ".expected.json")));
        List<String> told = new ArrayList<>();
        FactLine line = new FactLine();
        try (InputStream in = Files.newInputStream(recording)) {
            Replay.facts(in, Trunks.common(), fact -> told.add(ours(line.of(fact))));
        }
        told.removeIf(String::isEmpty);
        assertThat(told).containsSubsequence(expected);
        told.removeAll(expected);
        assertThat(told).as("besides only ends of rings").allMatch(text -> text.startsWith("ring_ended "));
    }

    private static String ours(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject line = reader.readObject();
            String fact = line.getString("fact");
            if (!COMPARED.contains(fact)) {
                return "";
            }
            String targets = line.containsKey("targets")
                    ? line.getJsonArray("targets").toString()
                    : line.containsKey("target") ? "[\"" + line.getString("target") + "\"]" : "[]";
            return text(
                    fact,
                    line.getString("caller", ""),
                    line.getString("transferer", ""),
                    targets,
                    line.getString("reason", ""));
        }
    }

    private static List<String> expected(Path file) throws IOException {
        List<String> expected = new ArrayList<>();
        try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
            for (JsonObject fact : reader.readArray().getValuesAs(JsonObject.class)) {
                String name = fact.getString("event");
                String reason = fact.getString("reason", "");
                expected.add(text(
                        OUR_NAMES.getOrDefault(name, name),
                        channel(fact, "caller"),
                        channel(fact, "transferer"),
                        targets(fact),
                        reason.equals("cancel") ? "cancelled" : reason));
            }
        }
        return expected;
    }

    private static String channel(JsonObject fact, String who) {
        return fact.containsKey(who) ? fact.getJsonObject(who).getString("channel") : "";
    }

    private static String targets(JsonObject fact) {
        List<String> channels = new ArrayList<>();
        if (fact.containsKey("target")) {
            channels.add(channel(fact, "target"));
        }
        JsonArray targets = fact.getJsonArray("targets");
        if (targets != null) {
            targets.getValuesAs(JsonObject.class).forEach(target -> channels.add(target.getString("channel")));
        }
        return Json.createArrayBuilder(channels).build().toString();
    }

    private static String text(String fact, String caller, String transferer, String targets, String reason) {
        return String.join(" ", fact, caller, transferer, targets, reason);
    }
}
