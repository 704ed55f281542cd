package org.ringdesk.cti.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final String TRACE = "src/test/resources/traces/asterisk-22/01-basic.ami";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int replay(String... arguments) throws IOException {
        return Replay.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void printsOneObjectAFact() throws IOException {
        assertThat(replay(TRACE)).isZero();
        assertThat(lines()).allMatch(line -> line.startsWith("{\"fact\":\"") && line.endsWith("}"));
        assertThat(lines())
                .anyMatch(
                        line -> line.startsWith(
                                "{\"fact\":\"talking\",\"caller\":\"PJSIP/trunk-00000000\",\"target\":\"PJSIP/1001-00000001\""));
    }

    @Test
    void tellsAStory() throws IOException {
        assertThat(replay(TRACE, "--summary")).isZero();
        assertThat(String.join("\n", lines()))
                .contains("Jane Caller +4917012345 dials 4930100")
                .contains("PJSIP/1001-00000001 answers")
                .contains("ended: completed, hung up by PJSIP/trunk-00000000");
    }

    @Test
    void aFileThatLostItsCarriageReturnsTellsTheSame(@TempDir Path folder) throws IOException {
        replay(TRACE);
        List<String> before = lines();
        out.reset();
        Path edited = folder.resolve("edited.ami");
        Files.writeString(edited, "\ufeff" + Files.readString(Path.of(TRACE)).replace("\r", ""));
        assertThat(replay(edited.toString())).isZero();
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void whatIsNoRecordingTellsNothing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("noise.ami");
        Files.write(file, new byte[] {0, 1, 2, (byte) 0xff, '\n', '\n', ':', '\n', '\n'});
        assertThat(replay(file.toString())).isZero();
        assertThat(lines()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(replay("no-such-file.ami")).isEqualTo(1);
        assertThat(replay()).isEqualTo(2);
        assertThat(replay(TRACE, "--loud")).isEqualTo(2);
        assertThat(replay(TRACE, "--trunks", "[")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("there is no file no-such-file.ami", "usage: bin/replay", "not a pattern");
    }

    @Test
    void trunksMayHaveAnyName() throws IOException {
        String internal = TRACE.replace("01-basic", "17-internal-call");
        assertThat(replay(internal, "--trunks", "PJSIP/1002")).isZero();
        assertThat(lines().get(0)).contains("\"direction\":\"outbound\"");
    }

    @Test
    void callsThatBecomeOneAreToldAsThat() throws IOException {
        assertThat(replay(TRACE.replace("01-basic", "attended-refer"), "--summary"))
                .isZero();
        assertThat(String.join("\n", lines())).contains("takes in call 2", "(became part of call 1)");
    }

    @Test
    void hostileTextStaysJson() {
        assertThat(Json.of("\"\\\u0000\n\u2028\ud800x")).isEqualTo("\"\\\"\\\\\\u0000\\u000a\\u2028\\ud800x\"");
    }
}
