package org.ringdesk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time of a pop goes, told from what the server's sockets did: a flight recording of the JVM's own socket events,
 * so nothing in the application is measured by itself. The calls have to be far enough apart not to overlap.
 */
final class Stages {
    private final List<Call> calls = new ArrayList<>();
    private final String seen;

    /** One pop, in nanoseconds. */
    private record Call(
            long read, long untilSql, long sql, int trips, long between, long commit, long push, long frame) {}

    /** A request to the database and its answer. */
    private record Trip(Instant from, Instant to) {
        long nanos() {
            return Duration.between(from, to).toNanos();
        }
    }

    /** Bytes on a socket of the server. */
    private record Traffic(boolean write, int port, Instant from, Instant to, long bytes, long thread) {}

    /** When the call's bytes were about to be written and when its frame was whole, by the wall clock. */
    record Pop(Instant sent, Instant arrived) {}

    Stages(Path recording, int pbxPort, int databasePort, List<Pop> pops) throws IOException {
        List<Traffic> traffic = RecordingFile.readAllEvents(recording).stream()
                .filter(e -> e.getEventType().getName().startsWith("jdk.Socket"))
                .map(Stages::traffic)
                .sorted(Comparator.comparing(Traffic::from))
                .toList();
        seen = traffic.stream()
                .collect(Collectors.groupingBy(
                        t -> (t.write() ? "written to " : "read from ")
                                + (t.port() == pbxPort
                                        ? "the PBX"
                                        : t.port() == databasePort ? "the database" : "pages"),
                        TreeMap::new,
                        Collectors.counting()))
                .toString();
        pops.forEach(pop -> add(
                pop,
                traffic.stream()
                        .filter(t -> t.to().isAfter(pop.sent) && t.from().isBefore(pop.arrived))
                        .toList(),
                pbxPort,
                databasePort));
    }

    private static Traffic traffic(RecordedEvent event) {
        boolean write = event.getEventType().getName().equals("jdk.SocketWrite");
        return new Traffic(
                write,
                event.getInt("port"),
                event.getStartTime(),
                event.getEndTime(),
                event.getLong(write ? "bytesWritten" : "bytesRead"),
                event.getThread() == null ? 0 : event.getThread().getJavaThreadId());
    }

    private void add(Pop pop, List<Traffic> during, int pbxPort, int databasePort) {
        Traffic heard = during.stream()
                .filter(t -> !t.write() && t.port() == pbxPort && t.bytes() > 500)
                .findFirst()
                .orElse(null);
        Traffic shown = during.stream()
                .filter(t -> t.write() && t.port() != pbxPort && t.port() != databasePort && t.bytes() > 1000)
                .findFirst()
                .orElse(null);
        List<Trip> trips = trips(during.stream()
                .filter(t ->
                        t.port() == databasePort && (shown == null || t.from().isBefore(shown.from())))
                .toList());
        if (heard == null || shown == null || trips.size() < 2) {
            return;
        }
        Trip first = trips.get(0);
        Trip commit = trips.get(trips.size() - 1);
        long sql =
                trips.stream().limit(trips.size() - 1L).mapToLong(Trip::nanos).sum();
        calls.add(new Call(
                nanos(pop.sent, heard.to()),
                nanos(heard.to(), first.from),
                sql,
                trips.size() - 1,
                nanos(first.from, commit.from) - sql,
                commit.nanos(),
                nanos(commit.to, shown.from()),
                nanos(shown.from(), pop.arrived)));
    }

    private static List<Trip> trips(List<Traffic> database) {
        List<Trip> trips = new ArrayList<>();
        Traffic request = null;
        Instant answered = null;
        for (Traffic t : database) {
            if (t.write()) {
                if (request != null && answered != null) {
                    trips.add(new Trip(request.from(), answered));
                    request = null;
                    answered = null;
                }
                request = request == null ? t : request;
            } else if (request != null && t.thread() == request.thread()) {
                answered = t.to();
            }
        }
        if (request != null && answered != null) {
            trips.add(new Trip(request.from(), answered));
        }
        return trips;
    }

    private static long nanos(Instant from, Instant to) {
        return Duration.between(from, to).toNanos();
    }

    String text() {
        if (calls.isEmpty()) {
            return "where the time goes: the recording shows no pop whole; " + seen;
        }
        return String.format(
                "where the time goes (median of %d pops, recorded apart):%n"
                        + "  to the adapter's socket  %6.2f ms%n"
                        + "  call model and hand-over %6.2f ms%n"
                        + "  SQL, %2d round trips      %6.2f ms%n"
                        + "  our Java between them    %6.2f ms%n"
                        + "  commit                   %6.2f ms%n"
                        + "  encoding and hand-over   %6.2f ms%n"
                        + "  socket to the frame      %6.2f ms",
                calls.size(),
                median(Call::read),
                median(Call::untilSql),
                (int) calls.stream()
                        .mapToInt(Call::trips)
                        .sorted()
                        .skip(calls.size() / 2)
                        .findFirst()
                        .orElse(0),
                median(Call::sql),
                median(Call::between),
                median(Call::commit),
                median(Call::push),
                median(Call::frame));
    }

    private double median(ToLongFunction<Call> stage) {
        return calls.stream()
                        .mapToLong(stage)
                        .sorted()
                        .skip(calls.size() / 2)
                        .findFirst()
                        .orElse(0)
                / 1e6;
    }
}
