package org.ringdesk.demo.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The lists that the company is made of: cells between semicolons; lines that begin with # explain them. */
final class Sheet {
    private Sheet() {}

    static List<List<String>> rows(String file) {
        try (InputStream in = Sheet.class.getResourceAsStream("/org/ringdesk/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException("No such list: " + file);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
