package org.ringdesk.cti.queuelog;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The end of a queue log that grows while it is read. */
public final class QueueLog {
    /** A day of a busy call centre; older lines are of no gap that anyone still waits for. */
    private static final int MOST_BYTES = 8 << 20;

    private final Path file;

    public QueueLog(Path file) {
        this.file = file;
    }

    /** Whole lines since then, in the file's order; nothing where a longer gap reaches beyond the last 8 MB. */
    List<Entry> since(Instant from) throws IOException {
        return tail().lines()
                .map(Entry::parse)
                .flatMap(Optional::stream)
                .filter(entry -> !entry.at().isBefore(from))
                .toList();
    }

    private String tail() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, log.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            int first = start == 0 ? 0 : text.indexOf('\n') + 1;
            int last = text.lastIndexOf('\n') + 1;
            return first >= last ? "" : text.substring(first, last);
        }
    }
}
