package org.ringdesk.cti.replay;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.call.CallModel;
import org.ringdesk.cti.call.Fact;
import org.ringdesk.cti.call.Figures;
import org.ringdesk.cti.call.Trunks;
import org.ringdesk.cti.wire.AmiAssembler;
import org.ringdesk.cti.wire.AmiLines;
import org.ringdesk.cti.wire.AmiMessage;

/** {@code bin/replay FILE.ami [--summary]}: a recording in, one JSON object per fact out, or a readable story. */
public final class Replay {
    private static final PbxId PBX = new PbxId("replay");
    private static final String USAGE = """
            usage: bin/replay FILE.ami [--summary] [--trunks PATTERN]

            Feeds a recording of Asterisk's manager interface (FILE, or - for the standard input) to the call model and prints
            one JSON object per fact, in order.
              --summary          a readable story of each call instead
              --trunks PATTERN   a regular expression for devices that lead outside, if they are not called trunk or alike""";

    private Replay() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int status = run(List.of(arguments), out, err);
        out.flush();
        err.flush();
        System.exit(status);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        boolean summary = arguments.contains("--summary");
        int option = arguments.indexOf("--trunks");
        String trunks = option >= 0 && option + 1 < arguments.size() ? arguments.get(option + 1) : Trunks.COMMON;
        List<String> files = arguments.stream()
                .filter(argument -> !argument.startsWith("--") && (option < 0 || !argument.equals(trunks)))
                .toList();
        boolean known = Arrays.asList("--summary", "--trunks")
                .containsAll(arguments.stream()
                        .filter(argument -> argument.startsWith("--"))
                        .toList());
        if (files.size() != 1 || !known) {
            err.println(USAGE);
            return arguments.contains("--help") ? 0 : 2;
        }
        try (InputStream in = open(files.get(0))) {
            Trunks lines = new Trunks(Pattern.compile(trunks));
            if (summary) {
                Tale tale = new Tale();
                Figures figures = facts(in, lines, tale::add).figures();
                tale.print(out, figures);
            } else {
                FactLine line = new FactLine();
                facts(in, lines, fact -> out.println(line.of(fact)));
            }
            return 0;
        } catch (NoSuchFileException e) {
            err.println("replay: there is no file " + e.getFile());
        } catch (PatternSyntaxException e) {
            err.println("replay: not a pattern: " + e.getDescription());
        }
        return 1;
    }

    private static InputStream open(String file) throws IOException {
        return file.equals("-") ? new FileInputStream(FileDescriptor.in) : Files.newInputStream(Path.of(file));
    }

    /** Feeds a recording to a fresh model. */
    public static CallModel facts(InputStream recording, Trunks trunks, Consumer<Fact> out) throws IOException {
        CallModel model = new CallModel(PBX, trunks, new AtomicLong()::incrementAndGet, out);
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
