package org.ringdesk.cti.queuelog;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One line of the queue log, {@code epoch|uniqueid|queue|agent|EVENT|data...}.
 *
 * @param caller the unique id of the caller's channel
 * @param agent the member's interface, or its name where {@code log_membername_as_agent} is on; {@code NONE} before one has it
 */
record Entry(Instant at, String caller, String queue, String agent, String event, List<String> data) {

    /** Empty for what is no line of a queue log, or is of no call. */
    static Optional<Entry> parse(String line) {
        String[] parts = line.strip().split("\\|", -1);
        if (parts.length < 5 || !parts[0].matches("\\d{1,12}") || !parts[1].matches("[A-Za-z0-9_-]*\\d+\\.\\d+")) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                Instant.ofEpochSecond(Long.parseLong(parts[0])),
                parts[1],
                parts[2],
                parts[3],
                parts[4],
                Arrays.asList(parts).subList(5, parts.length)));
    }

    /** The n-th datum, counted from 1; empty when there is none. */
    String datum(int n) {
        return n > data.size() ? "" : data.get(n - 1);
    }
}
