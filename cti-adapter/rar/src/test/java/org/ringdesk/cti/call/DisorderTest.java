package org.ringdesk.cti.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ringdesk.cti.wire.AmiAssembler;
import org.ringdesk.cti.wire.AmiLines;
import org.ringdesk.cti.wire.AmiMessage;

/** Recordings with their order disturbed or their text spoilt. */
class DisorderTest {
    private final List<List<AmiMessage>> recordings;

    DisorderTest() throws IOException {
        List<List<AmiMessage>> read = new ArrayList<>();
        for (Path recording : Recordings.all()) {
            read.add(Recordings.messages(recording));
        }
        recordings = read;
    }

    @Property(tries = 600, shrinking = ShrinkingMode.OFF)
    void independentEventsMaySwap(@ForAll long seed) {
        Random random = new Random(seed);
        List<AmiMessage> messages = recordings.get(random.nextInt(recordings.size()));
        List<AmiMessage> swapped = new ArrayList<>(messages);
        for (int times = 0; times < 3; times++) {
            for (int i = 0; i + 1 < swapped.size(); i++) {
                if (random.nextInt(3) == 0 && independent(swapped.get(i), swapped.get(i + 1))) {
                    swapped.add(i, swapped.remove(i + 1));
                }
            }
        }
        Ledger straight = new Ledger().apply(messages);
        Ledger disturbed = new Ledger().apply(swapped);
        assertThat(disturbed.model.figures().channels())
                .isEqualTo(straight.model.figures().channels());
        if (straight.model.figures().channels() == 0) {
            assertThat(disturbed.open()).isEmpty();
            assertThat(disturbed.model.figures().calls()).isZero();
        }
        assertThat(disturbed.talkIds().keySet()).isEqualTo(straight.talkIds().keySet());
    }

    /** Neither speaks of a channel or bridge of the other. */
    private static boolean independent(AmiMessage one, AmiMessage other) {
        Set<String> things = things(one);
        things.retainAll(things(other));
        return things.isEmpty();
    }

    private static Set<String> things(AmiMessage message) {
        Set<String> things = new HashSet<>();
        for (Map.Entry<String, String> field : message.fields().entrySet()) {
            String name = field.getKey();
            if (name.endsWith("uniqueid") || name.endsWith("channel") || name.endsWith("linkedid")) {
                things.add(field.getValue());
            }
        }
        things.remove("");
        return things;
    }

    /** In all more than a million messages. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void spoiltTextIsCountedAndSkipped(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int messages = 0;
        while (messages < 5000) {
            for (AmiMessage message : recordings.get(random.nextInt(recordings.size()))) {
                spoil(message, random, text);
                messages++;
            }
        }
        Ledger ledger = new Ledger();
        assertThat(feed(text.toString(), ledger.model) + ledger.model.figures().malformed())
                .as("what was skipped")
                .isPositive();
        ledger.model.resync(List.of(), Instant.EPOCH);
        assertThat(ledger.open()).isEmpty();
        assertThat(ledger.model.figures().channels()).isZero();
        assertThat(ledger.model.figures().calls()).isZero();
        // and then it still understands
        Ledger clean = new Ledger();
        List<AmiMessage> again = recordings.get(0);
        clean.apply(again);
        int told = ledger.facts.size();
        ledger.apply(again.stream().map(DisorderTest::renamed).toList());
        assertThat(ledger.facts.size() - told).isEqualTo(clean.facts.size());
    }

    /** Under unique ids that were not spoken of before. */
    private static AmiMessage renamed(AmiMessage message) {
        Map<String, String> fields = new LinkedHashMap<>(message.fields());
        fields.replaceAll((name, value) ->
                (name.endsWith("uniqueid") || name.endsWith("linkedid")) && !value.isEmpty() ? "new-" + value : value);
        return new AmiMessage(message.name(), fields);
    }

    private static void spoil(AmiMessage message, Random random, StringBuilder text) {
        boolean spoilt = random.nextInt(4) == 0;
        for (Map.Entry<String, String> field : message.fields().entrySet()) {
            int what = spoilt ? random.nextInt(40) : 99;
            switch (what) {
                case 0 -> {
                    // lost
                }
                case 1 -> text.append(field.getKey()).append(": \r\n");
                case 2 -> text.append(field.getKey()).append("\r\n");
                case 3 ->
                    text.append(field.getKey())
                            .append(": ")
                            .append(garbage(random))
                            .append("\r\n");
                case 4 -> text.append(garbage(random)).append("\r\n");
                case 5 ->
                    text.append(field.getKey())
                            .append(": ")
                            .append(field.getValue())
                            .append("\r\n")
                            .append(field.getKey())
                            .append(": twice\r\n");
                case 6 -> text.append("\r\n");
                default ->
                    text.append(field.getKey())
                            .append(": ")
                            .append(field.getValue())
                            .append("\r\n");
            }
        }
        if (!spoilt || random.nextInt(10) > 0) {
            text.append("\r\n");
        }
    }

    private static String garbage(Random random) {
        char[] garbage = new char[random.nextInt(random.nextInt(50) == 0 ? 5000 : 20)];
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000);
        }
        return new String(garbage);
    }

    /** Returns what was not even a message. */
    private static long feed(String text, CallModel model) {
        AmiLines lines = AmiLines.ofWire(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        AmiAssembler assembler = new AmiAssembler();
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                AmiMessage message = assembler.accept(line);
                if (message != null && !message.isResponse()) {
                    model.apply(message, Instant.EPOCH);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return assembler.skipped();
    }
}
