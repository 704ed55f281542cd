package org.ringdesk.cti.call;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.wire.AmiAssembler;
import org.ringdesk.cti.wire.AmiLines;
import org.ringdesk.cti.wire.AmiMessage;

/** The recordings that tests read. */
public final class Recordings {
    private static final Path TRACES = Path.of("src/test/resources/traces");

    private Recordings() {}

    /** Recorded on real Asterisks of ours. */
    public static List<Path> ours() throws IOException {
        return under(List.of("asterisk-22", "asterisk-16"));
    }

    public static List<Path> elsewhere() throws IOException {
        return under(List.of("recorded-elsewhere"));
    }

    public static List<Path> all() throws IOException {
        return under(List.of("asterisk-22", "asterisk-16", "recorded-elsewhere"));
    }

    private static List<Path> under(List<String> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(TRACES.resolve(folder))) {
                found.addAll(files.filter(file -> file.toString().endsWith(".ami"))
                        .sorted()
                        .toList());
            }
        }
        return found;
    }

    /** The events of a recording. */
    public static List<AmiMessage> messages(Path recording) throws IOException {
        List<AmiMessage> messages = new ArrayList<>();
        try (InputStream in = Files.newInputStream(recording)) {
            AmiLines lines = AmiLines.ofFile(in);
            AmiAssembler assembler = new AmiAssembler();
            for (String line = lines.next(); line != null; line = lines.next()) {
                add(messages, assembler.accept(line));
            }
            add(messages, assembler.end());
        }
        return messages;
    }

    private static void add(List<AmiMessage> messages, @Nullable AmiMessage message) {
        if (message != null && !message.isResponse()) {
            messages.add(message);
        }
    }
}
