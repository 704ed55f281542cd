package org.ringdesk.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of our own with many customers, of whom the first thousands have ten orders each, and signed-in agents. */
final class BenchDatabase implements AutoCloseable {
    static final String PASSWORD = "bench-" + Long.toHexString(System.nanoTime());

    private static final Pattern STATEMENT = Pattern.compile("execute [^:]*: (.+)");

    private final EmbeddedPostgres postgres;
    private final Path log;

    BenchDatabase(Path directory) throws IOException {
        log = Files.createDirectories(directory.resolve("pglog"));
        // the settings of a small server that is meant to keep its promises: fsync stays on
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_connections", "100")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", log.toAbsolutePath().toString())
                .setServerConfig("log_filename", "postgresql.log")
                .start();
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
    }

    int port() {
        return postgres.getPort();
    }

    Connection open() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    /** @param withOrders how many of the customers ordered ten times before: these call */
    void fill(int customers, int withOrders, int agents) throws SQLException {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection db = open()) {
            BenchData.fill(db, customers, withOrders, agents);
        }
    }

    static String endpoint(int agent) {
        return "PJSIP/" + (5000 + agent);
    }

    /** The number of the customer with that index, from 1. */
    static String phone(int customer) {
        return "+4930" + (40000000 + customer);
    }

    /** How a server reaches it. */
    Map<String, String> environment() {
        return Map.of(
                "RINGDESK_DB_DRIVER", "postgresql",
                "RINGDESK_DB_URL", url(),
                "RINGDESK_DB_USER", "postgres",
                "RINGDESK_DB_PASSWORD", "postgres");
    }

    long count(String query) throws SQLException {
        try (Connection db = open();
                Statement sql = db.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first column of every row. */
    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection db = open();
                Statement sql = db.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    void execute(String statement) throws SQLException {
        try (Connection db = open();
                Statement sql = db.createStatement()) {
            sql.execute(statement);
        }
    }

    /** The whole server, stopped as by a stalled disk until it is closed. */
    record Stopped(List<Long> pids) implements AutoCloseable {
        int processes() {
            return pids.size();
        }

        @Override
        public void close() throws IOException, InterruptedException {
            signal("-CONT", pids);
        }
    }

    Stopped stop() throws SQLException, IOException, InterruptedException {
        ProcessHandle postmaster = ProcessHandle.of(postmasterPid()).orElseThrow();
        List<Long> pids =
                new ArrayList<>(postmaster.descendants().map(ProcessHandle::pid).toList());
        pids.add(postmaster.pid());
        signal("-STOP", pids);
        return new Stopped(pids);
    }

    /** The first line of its pid file. */
    private long postmasterPid() throws SQLException {
        return count("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint");
    }

    private static void signal(String signal, List<Long> pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        // one of them may have ended meanwhile
        new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Writes every statement to the log from now on, or stops it. */
    void logStatements(boolean on) throws SQLException {
        try (Connection db = open();
                Statement sql = db.createStatement()) {
            sql.execute("alter system set log_statement = '" + (on ? "all" : "none") + "'");
            sql.execute("select pg_reload_conf()");
        }
    }

    /** The statements logged so far that work with the application's tables. */
    long loggedStatements() {
        try (Stream<String> lines = Files.lines(log.resolve("postgresql.log"))) {
            return lines.filter(l -> l.contains("execute ") && !l.contains("BEGIN") && !l.contains("COMMIT"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often each statement was logged so far. */
    Map<String, Long> loggedTexts() throws IOException {
        try (Stream<String> lines = Files.lines(log.resolve("postgresql.log"))) {
            return lines.map(STATEMENT::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .filter(text -> !text.equals("BEGIN") && !text.equals("COMMIT"))
                    .collect(groupingBy(text -> text, counting()));
        }
    }

    /** The rows that were inserted so far, by table. */
    Map<String, Long> written() throws SQLException {
        Map<String, Long> written = new HashMap<>();
        try (Connection db = open();
                Statement sql = db.createStatement()) {
            sql.execute("select pg_stat_clear_snapshot()");
            ResultSet rows = sql.executeQuery("select relname, n_tup_ins from pg_stat_user_tables");
            while (rows.next()) {
                written.put(rows.getString(1), rows.getLong(2));
            }
        }
        return written;
    }

    long commits() throws SQLException {
        return count("select xact_commit from pg_stat_database where datname = 'postgres'");
    }

    /** The plans that PostgreSQL wrote down, each with its statement. */
    List<String> plans() throws IOException {
        List<String> plans = new ArrayList<>();
        StringBuilder plan = new StringBuilder();
        for (String line : Files.readAllLines(log.resolve("postgresql.log"))) {
            boolean continued = line.startsWith("\t");
            if (!continued && !plan.isEmpty()) {
                plans.add(plan.toString());
                plan.setLength(0);
            }
            if (continued && !plan.isEmpty()) {
                plan.append(System.lineSeparator()).append(line);
            } else if (line.contains("plan:")) {
                plan.append(line.substring(line.indexOf("duration:")));
            }
        }
        if (!plan.isEmpty()) {
            plans.add(plan.toString());
        }
        return plans;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
