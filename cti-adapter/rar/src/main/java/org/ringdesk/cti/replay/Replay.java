package org.ringdesk.cti.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.call.CallModel;
import org.ringdesk.cti.call.Fact;
import org.ringdesk.cti.call.Trunks;
import org.ringdesk.cti.wire.AmiAssembler;
import org.ringdesk.cti.wire.AmiLines;
import org.ringdesk.cti.wire.AmiMessage;

/** {@code bin/replay FILE.ami [--summary]}: a recording in, one JSON object per fact out, or a readable story. */
public final class Replay {
    private static final PbxId PBX = new PbxId("replay");

    private Replay() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(arguments[0])))) {
            FactLine line = new FactLine();
            facts(in, fact -> {
                String text = line.of(fact);
                if (text != null) {
                    out.println(text);
                }
            });
        }
        out.flush();
    }

    /** Feeds a recording to a fresh model. */
    public static CallModel facts(InputStream recording, Consumer<Fact> out) throws IOException {
        CallModel model = new CallModel(PBX, Trunks.common(), new AtomicLong()::incrementAndGet, out);
        AmiLines lines = AmiLines.ofFile(recording);
        AmiAssembler assembler = new AmiAssembler();
        for (String line = lines.next(); line != null; line = lines.next()) {
            give(model, assembler.accept(line));
        }
        give(model, assembler.end());
        return model;
    }

    private static void give(CallModel model, @Nullable AmiMessage message) {
        if (message != null && !message.isResponse()) {
            model.apply(message, Instant.EPOCH);
        }
    }
}
