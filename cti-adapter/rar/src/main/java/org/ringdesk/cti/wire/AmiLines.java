package org.ringdesk.cti.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a byte stream into lines, bounded in length. On the wire only CR LF ends a line, so that a line feed inside a
 * value cannot forge one; in a file, which an editor may have changed, a line feed alone does too.
 */
public final class AmiLines {
    /** Longer lines are cut: no field we read comes near. */
    static final int LONGEST = 32 * 1024;

    private final InputStream in;
    private final boolean bareLineFeeds;
    private final Runnable beforeReading;
    private final byte[] chunk = new byte[16 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int next;
    private int end;

    private AmiLines(InputStream in, boolean bareLineFeeds, Runnable beforeReading) {
        this.in = in;
        this.bareLineFeeds = bareLineFeeds;
        this.beforeReading = beforeReading;
    }

    /** @param beforeReading is told each time before the stream is asked, when what came before has been given out */
    public static AmiLines ofWire(InputStream in, Runnable beforeReading) {
        return new AmiLines(in, false, beforeReading);
    }

    public static AmiLines ofWire(InputStream in) {
        return ofWire(in, () -> {});
    }

    public static AmiLines ofFile(InputStream in) {
        return new AmiLines(in, true, () -> {});
    }

    /** The next line without its end, or null at the end of the stream; a last line without an end is given too. */
    public @Nullable String next() throws IOException {
        line.reset();
        boolean carriageReturn = false;
        for (int b = read(); b >= 0; b = read()) {
            if (b == '\n' && (carriageReturn || bareLineFeeds)) {
                return text();
            }
            if (carriageReturn) {
                put('\r');
            }
            carriageReturn = b == '\r';
            if (!carriageReturn) {
                put(b);
            }
        }
        return line.size() == 0 ? null : text();
    }

    private String text() {
        String text = line.toString(StandardCharsets.UTF_8);
        // an editor's byte order mark
        return bareLineFeeds && text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private void put(int b) {
        if (line.size() < LONGEST) {
            line.write(b);
        }
    }

    private int read() throws IOException {
        if (next == end) {
            beforeReading.run();
            end = in.read(chunk);
            next = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return chunk[next++] & 0xff;
    }
}
