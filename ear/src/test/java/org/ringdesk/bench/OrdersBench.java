package org.ringdesk.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many orders can be taken: five lines, a coupon, a delivery charge, tax, a card by token, placed; line by line through the
 * front doors, as the order page does it, each step in the transactions it really has, in PostgreSQL with the demo company. In the
 * same run the floor: the rows of one such order, written by plain SQL with batches in one transaction.
 *
 * <p>Arguments: project root, work directory, and as the fifth how many orders each client takes.
 */
public final class OrdersBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int WARM_UP = 150;
    private static final int COUNTED = 20;
    private static final int OFTEN = 30;
    private static final int WIDTH = 150;
    private static final List<Integer> CLIENTS = List.of(1, 8);

    private final BenchDatabase database;
    private final Counter counter;
    private final int orders;

    private OrdersBench(BenchDatabase database, int orders) throws SQLException {
        this.database = database;
        this.counter = new Counter(database);
        this.orders = orders;
    }

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        Path work = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
        Path ear = Counter.ear(root.resolve("ear/target/ringdesk.ear"), work);
        try (BenchDatabase database = new BenchDatabase(work);
                BenchServer server = new BenchServer(root, ear, work.resolve("server"), environment(database))) {
            OUT.println("starting the server with the demo company ...");
            server.awaitReady(Duration.ofSeconds(180));
            new OrdersBench(database, Integer.parseInt(args[4])).run();
        }
        System.exit(0);
    }

    static Map<String, String> environment(BenchDatabase database) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("RINGDESK_DEMO", "true");
        environment.put("RINGDESK_DEMO_PASSWORD", BenchDatabase.PASSWORD);
        return environment;
    }

    private void run() throws Exception {
        OUT.printf("warming up with %d orders ...%n", WARM_UP * 4);
        counter.sell(4, WARM_UP);
        Map<Integer, Double> perSecond = new HashMap<>();
        OUT.printf("%n%-26s %10s %9s %9s %9s%n", "", "orders/s", "p50 ms", "p99 ms", "max ms");
        for (int clients : CLIENTS) {
            long began = System.nanoTime();
            List<Long> micros = counter.sell(clients, orders);
            perSecond.put(clients, line("Ringdesk, " + clients + " at once", micros, began));
        }
        OrderFloor floor = new OrderFloor(
                database, database.count("select max(id) from sales_order where status = 'PLACED' and coupons <> ''"));
        floor.write(4, WARM_UP);
        for (int clients : CLIENTS) {
            long began = System.nanoTime();
            List<Long> micros = floor.write(clients, orders * 5);
            double rate = line("floor, " + clients + " at once", micros, began);
            OUT.printf(
                    "    Ringdesk makes %.1f %% of that%s%n",
                    100 * perSecond.getOrDefault(clients, 0.0) / rate, clients == 8 ? " (aim: 35 %)" : "");
        }
        count(floor);
    }

    private static double line(String name, List<Long> micros, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        List<Long> sorted = micros.stream().sorted().toList();
        int n = sorted.size();
        OUT.printf(
                "%-26s %10.1f %9.2f %9.2f %9.2f%n",
                name,
                n / seconds,
                sorted.get(n / 2) / 1000.0,
                sorted.get(n * 99 / 100) / 1000.0,
                sorted.get(n - 1) / 1000.0);
        return n / seconds;
    }

    /** After the measurement, for writing every statement to a log takes time of its own. */
    private void count(OrderFloor floor) throws Exception {
        Map<String, Long> rowsBefore = database.written();
        long commitsBefore = database.commits();
        database.logStatements(true);
        Map<String, Long> before = database.loggedTexts();
        counter.sell(1, COUNTED);
        Map<String, Long> after = database.loggedTexts();
        database.logStatements(false);
        Map<String, Long> rows = minus(database.written(), rowsBefore);
        floor.mustKnow(rows.keySet());
        OUT.printf("%nfor one order, the mean of %d; the floor writes %d rows:%n", COUNTED, floor.rows());
        Map<String, Long> texts = minus(after, before);
        Map<String, Long> kinds = new TreeMap<>();
        texts.forEach((text, n) -> kinds.merge(text.split("\\W", 2)[0].toLowerCase(Locale.ROOT), n, Long::sum));
        kinds.forEach((kind, n) -> OUT.printf("  %-20s %6.1f statements%n", kind, n / (double) COUNTED));
        OUT.printf(
                "  %-20s %6.1f statements (aim: 12)%n",
                "all but insert",
                kinds.entrySet().stream()
                                .filter(e -> !e.getKey().equals("insert"))
                                .mapToLong(Map.Entry::getValue)
                                .sum()
                        / (double) COUNTED);
        OUT.printf("  %-20s %6.1f%n", "commits", (database.commits() - commitsBefore) / (double) COUNTED);
        rows.forEach((table, n) -> OUT.printf("  %-20s %6.1f rows%n", table, n / (double) COUNTED));
        OUT.println("the most frequent statements:");
        texts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(OFTEN)
                .forEach(e -> OUT.printf("  %6.1f  %s%n", e.getValue() / (double) COUNTED, shortened(e.getKey())));
    }

    /** A select by what follows its columns. */
    private static String shortened(String statement) {
        String text = statement.replaceFirst("(?i)^select .*? from ", "select ... from ");
        return text.length() > WIDTH ? text.substring(0, WIDTH) : text;
    }

    private static Map<String, Long> minus(Map<String, Long> after, Map<String, Long> before) {
        Map<String, Long> difference = new TreeMap<>();
        after.forEach((key, n) -> {
            if (n > before.getOrDefault(key, 0L)) {
                difference.put(key, n - before.getOrDefault(key, 0L));
            }
        });
        return difference;
    }
}
