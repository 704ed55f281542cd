package org.ringdesk.cti.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringdesk.cti.wire.AmiMessage;

/** What recordings become when something is missing, doubled, or cut off: no exception, and no call that never ends. */
class ResilienceTest {
    static Stream<Path> recordings() throws IOException {
        return Recordings.all().stream();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyPrefixCutOffThenAnEmptyPbx(Path recording) throws IOException {
        List<AmiMessage> messages = Recordings.messages(recording);
        for (int cut = 0; cut <= messages.size(); cut++) {
            Ledger ledger = new Ledger().apply(messages.subList(cut, messages.size()));
            ledger.model.resync(List.of(), Instant.EPOCH);
            assertThat(ledger.open()).as("cut before " + cut).isEmpty();
            assertThat(ledger.model.figures().channels()).isZero();
            assertThat(ledger.model.figures().calls()).as("cut before " + cut).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theLinkCutAfterAnyEventThenASnapshot(Path recording) throws IOException {
        List<AmiMessage> messages = Recordings.messages(recording);
        for (int cut = 0; cut < messages.size(); cut++) {
            for (int gap : new int[] {0, 1, 7}) {
                int again = Math.min(messages.size(), cut + gap);
                Truth truth = new Truth();
                messages.subList(0, again).forEach(truth::see);
                Ledger ledger = new Ledger().apply(messages.subList(0, cut));
                ledger.model.resync(truth.snapshot(), Instant.EPOCH);
                assertThat(ledger.model.figures().channels()).isEqualTo(truth.alive());
                ledger.apply(messages.subList(again, messages.size()));
                messages.subList(again, messages.size()).forEach(truth::see);
                assertThat(ledger.model.figures().channels()).isEqualTo(truth.alive());
                if (truth.alive() == 0) {
                    assertThat(ledger.open()).as("cut " + cut + " to " + again).isEmpty();
                    assertThat(ledger.model.figures().calls())
                            .as("cut " + cut + " to " + again)
                            .isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRestartInMidCallFindsTheSameCalls(Path recording) throws IOException {
        List<AmiMessage> messages = Recordings.messages(recording);
        for (int cut = 1; cut < messages.size(); cut++) {
            Truth truth = new Truth();
            messages.subList(0, cut).forEach(truth::see);
            Ledger before = new Ledger().apply(messages.subList(0, cut));
            Ledger after = new Ledger();
            after.model.resync(truth.snapshot(), Instant.EPOCH);
            after.talkIds().forEach((talk, id) -> assertThat(before.talkIds().getOrDefault(talk, id))
                    .as(talk)
                    .isEqualTo(id));
            after.apply(messages.subList(cut, messages.size()));
            before.apply(messages.subList(cut, messages.size()));
            messages.subList(cut, messages.size()).forEach(truth::see);
            if (truth.alive() == 0) {
                assertThat(after.open()).as("restart at " + cut).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void eachEventTwiceTellsTheSame(Path recording) throws IOException {
        List<AmiMessage> messages = Recordings.messages(recording);
        List<AmiMessage> doubled = new ArrayList<>();
        for (AmiMessage message : messages) {
            doubled.add(message);
            doubled.add(message);
        }
        assertThat(new Ledger().apply(doubled).texts())
                .isEqualTo(new Ledger().apply(messages).texts());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aSnapshotTwiceTellsTheSameAgain(Path recording) throws IOException {
        List<AmiMessage> messages = Recordings.messages(recording);
        for (int cut = 0; cut < messages.size(); cut += 5) {
            Truth truth = new Truth();
            Ledger ledger = new Ledger().apply(messages.subList(0, cut));
            messages.subList(0, cut).forEach(truth::see);
            int once = ledger.facts.size();
            ledger.model.resync(truth.snapshot(), Instant.EPOCH);
            List<String> again = present(ledger.texts().subList(once, ledger.facts.size()));
            int told = ledger.facts.size();
            ledger.model.resync(truth.snapshot(), Instant.EPOCH);
            assertThat(present(ledger.texts().subList(told, ledger.facts.size())))
                    .containsExactlyInAnyOrderElementsOf(again);
        }
    }

    /** Of what a resync tells, what is: not what happened in the gap. */
    private static List<String> present(List<String> texts) {
        return texts.stream()
                .filter(text -> text.matches("\\d+ (waits|rings|talk).*"))
                .distinct()
                .toList();
    }
}
