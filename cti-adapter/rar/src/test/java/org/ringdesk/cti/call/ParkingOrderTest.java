package org.ringdesk.cti.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringdesk.cti.wire.AmiMessage;

/** Who is taken from a parking place enters a bridge at the same moment: the PBX says the one or the other first. */
class ParkingOrderTest {
    @ParameterizedTest
    @ValueSource(strings = {"asterisk-16", "asterisk-22"})
    void isTakenBeforeTheyTalkWhenThePbxSaysItAfterwards(String version) throws IOException {
        List<AmiMessage> messages = Recordings.messages(Path.of("src/test/resources/traces", version, "park.ami"));
        AmiMessage taken = only(messages, "UnParkedCall");
        List<AmiMessage> late = new ArrayList<>(messages);
        late.remove(taken);
        int bothIn = late.indexOf(last(late, "BridgeEnter"));
        assertThat(bothIn).isGreaterThan(messages.indexOf(taken));
        late.add(bothIn + 1, taken);

        assertThat(new Ledger().apply(late).texts())
                .isEqualTo(new Ledger().apply(messages).texts());
    }

    private static AmiMessage only(List<AmiMessage> messages, String name) {
        assertThat(messages).filteredOn(message -> message.name().equals(name)).hasSize(1);
        return last(messages, name);
    }

    private static AmiMessage last(List<AmiMessage> messages, String name) {
        return messages.stream()
                .filter(message -> message.name().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
