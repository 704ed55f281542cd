package org.ringdesk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Clients who take orders and submit each under one key until they are told what became of it, while the server is killed and
 * started again at random moments. At the end the books say whether an order was lost or doubled, or money taken without one.
 */
public final class FaultRun {
    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration SETTLED = Duration.ofSeconds(240);

    private final int clients;
    private final int submits;
    private final int kills;
    private final Random dice;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();

    /** @param seed by which the moments of the kills are thrown */
    public FaultRun(int clients, int submits, int kills, long seed) {
        this.clients = clients;
        this.submits = submits;
        this.kills = kills;
        this.dice = new Random(seed);
    }

    /**
     * What the books say at the end.
     *
     * @param submitted orders whose submit was answered with PLACED
     * @param placed of those, orders that are placed in the database
     * @param retried answers that never came, so that the client asked again
     * @param unpaid placed orders whose authorized payments are not their total
     * @param doubled orders placed more than once, or charged more than once at the gateway
     * @param orphans charges at the gateway that no payment knows, or of orders that are not placed
     * @param unsettled orders that are neither drafts nor placed
     */
    public record Books(
            int submitted,
            long placed,
            int retried,
            int kills,
            long unpaid,
            long doubled,
            long orphans,
            long unsettled) {
        public boolean areRight() {
            return placed == submitted && unpaid == 0 && doubled == 0 && orphans == 0 && unsettled == 0;
        }
    }

    /** @param progress is told the number of kills so far */
    public Books run(Path root, Path work, IntConsumer progress) throws Exception {
        Path ear = Counter.ear(root.resolve("ear/target/ringdesk.ear"), work);
        try (BenchDatabase database = new BenchDatabase(work)) {
            BenchServer server = start(root, ear, work, database);
            ExecutorService threads = Executors.newFixedThreadPool(clients);
            try {
                Counter counter = new Counter(database);
                AtomicInteger retried = new AtomicInteger();
                List<Future<List<String>>> all = new ArrayList<>();
                for (int client = 0; client < clients; client++) {
                    int first = client;
                    all.add(threads.submit((Callable<List<String>>) () -> sell(counter, first, retried)));
                }
                for (int kill = 1; kill <= kills; kill++) {
                    int until = submits * kill / (kills + 1);
                    while (answered.get() < until && !allDone(all)) {
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                    TimeUnit.MILLISECONDS.sleep(dice.nextInt(200));
                    server.kill();
                    progress.accept(kill);
                    server = start(root, ear, work, database);
                }
                List<String> placed = new ArrayList<>();
                for (Future<List<String>> one : all) {
                    placed.addAll(one.get());
                }
                awaitSettled(database);
                return books(database, placed, retried.get());
            } finally {
                ended.set(true);
                threads.shutdownNow();
                server.close();
            }
        }
    }

    private static boolean allDone(List<Future<List<String>>> all) {
        return all.stream().allMatch(Future::isDone);
    }

    private static BenchServer start(Path root, Path ear, Path work, BenchDatabase database)
            throws IOException, InterruptedException {
        BenchServer server = new BenchServer(root, ear, work.resolve("server"), OrdersBench.environment(database));
        server.awaitReady(START);
        return server;
    }

    /** @return the orders whose submit was answered */
    private List<String> sell(Counter counter, int client, AtomicInteger retried) throws Exception {
        List<String> placed = new ArrayList<>();
        for (int n = client; n < submits; n += clients) {
            int customer = n;
            Counter.Taken order = until(() -> counter.take(customer), new AtomicInteger());
            String key = UUID.randomUUID().toString();
            String status = until(() -> counter.submit(order, key), retried);
            if (!status.equals("PLACED") && !status.equals("SUBMITTED")) {
                throw new IllegalStateException(order.number() + " is " + status);
            }
            placed.add(order.number());
            answered.incrementAndGet();
        }
        return placed;
    }

    /** Asks again until there is an answer. */
    private <T> T until(Callable<T> question, AtomicInteger retried) throws Exception {
        while (!ended.get()) {
            try {
                return question.call();
            } catch (IOException e) {
                retried.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new InterruptedException("The run has ended");
    }

    /** What the gateway did not say in time is asked for again by the server's own timer. */
    private static void awaitSettled(BenchDatabase database) throws SQLException, InterruptedException {
        long end = System.nanoTime() + SETTLED.toNanos();
        while (database.count("select count(*) from sales_order where status = 'SUBMITTED'") > 0
                && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private Books books(BenchDatabase database, List<String> submitted, int retried) throws SQLException {
        String mine = "('" + String.join("','", submitted) + "')";
        return new Books(
                submitted.size(),
                database.count("select count(*) from sales_order where status = 'PLACED' and number in " + mine),
                retried,
                kills,
                database.count(
                        "select count(*) from sales_order o where o.number in " + mine + " and o.total <> ("
                                + "select coalesce(sum(p.amount), 0) from payment p where p.order_id = o.id and p.status = 'AUTHORIZED')"),
                database.count("select count(*) from sales_order o where o.number in " + mine + " and ("
                        + "(select count(*) from order_event e where e.order_id = o.id and e.kind = 'PLACED') > 1"
                        + " or (select count(*) from sandbox_charge c join payment p on p.idempotency_key = c.idempotency_key"
                        + " where p.order_id = o.id) > 1)"),
                database.count("select count(*) from sandbox_charge c where c.at > (select min(e.at) from order_event e"
                        + " join sales_order o on o.id = e.order_id where o.number in " + mine + ")"
                        + " and c.operation = 'AUTHORIZE' and not exists (select 1 from payment p"
                        + " join sales_order o on o.id = p.order_id and o.status = 'PLACED'"
                        + " where p.idempotency_key = c.idempotency_key)"),
                database.count("select count(*) from sales_order where status = 'SUBMITTED'"));
    }
}
