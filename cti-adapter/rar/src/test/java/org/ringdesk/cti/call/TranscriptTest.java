package org.ringdesk.cti.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.replay.Replay;

/** Wire text in, facts out: each recording of ours has its facts in a file beside it, call by call as they began. */
class TranscriptTest {
    static Stream<Path> recordings() throws IOException {
        return Recordings.ours().stream();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void givesItsFacts(Path recording) throws IOException {
        Path expected = Path.of(recording.toString().replaceAll("\\.ami$", ".facts"));
        List<String> facts = new ArrayList<>();
        Map<CallId, Integer> calls = new LinkedHashMap<>();
        CallModel model;
        try (InputStream in = Files.newInputStream(recording)) {
            model = Replay.facts(in, fact -> {
                int number = calls.computeIfAbsent(fact.event().call(), id -> calls.size() + 1);
                facts.add(number + " " + FactText.of(fact));
            });
        }
        if (System.getProperty("facts.write") != null) {
            Files.write(expected, facts);
        }
        assertThat(facts).isEqualTo(Files.readAllLines(expected));
        assertThat(model.figures().malformed()).isZero();
        Truth truth = new Truth();
        Recordings.messages(recording).forEach(truth::see);
        assertThat(model.figures().channels()).isEqualTo(truth.alive());
        assertThat(truth.alive() > 0 || model.figures().calls() == 0)
                .as("a call outlives its channels")
                .isTrue();
    }
}
