package org.ringdesk.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a pop takes: from the moment before a ringing call's AMI bytes are written to the moment the agent's WebSocket has
 * the frame with the customer and the last ten orders. One million customers in PostgreSQL, 200 agents, 10 calls a second;
 * in the same run the same for a {@link MinimalRelay} as the floor.
 *
 * <p>Arguments: project root, work directory, customers, agents, seconds.
 */
public final class PopBench {
    private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"(\\+\\d+)\"");
    private static final Pattern ORDER = Pattern.compile("\"number\"\\s*:\\s*\"DE\\d{8}\"");
    private static final int CALLS_PER_SECOND = 10;
    /** A server that has worked for a while: what is measured has been compiled. */
    private static final int WARM_UP_SECONDS = 60;

    private static final int WARM_UP_CALLS_PER_SECOND = 30;
    private static final PrintStream OUT = System.out;

    private final BenchDatabase database;
    private final int agents;
    private int calls;
    private volatile BiConsumer<String, Long> whole = (number, at) -> {};

    private PopBench(BenchDatabase database, int agents) {
        this.database = database;
        this.agents = agents;
    }

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        Path work = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
        int customers = Integer.parseInt(args[2]);
        int agents = Integer.parseInt(args[3]);
        int seconds = Integer.parseInt(args[4]);
        try (BenchDatabase database = new BenchDatabase(work)) {
            OUT.printf("filling PostgreSQL with %,d customers, %d agents ...%n", customers, agents);
            database.fill(customers, Math.min(customers, 20_000), agents);
            PopBench bench = new PopBench(database, agents);
            Arrivals floor = bench.relay(seconds);
            Arrivals ringdesk = bench.ringdesk(root, work, seconds);
            OUT.println();
            OUT.println(floor.line("minimal relay (floor)"));
            OUT.println(ringdesk.line("Ringdesk"));
            OUT.printf(
                    "ratio                  p50 %.1f x  p99 %.1f x the floor; aims: p50 <= 5 ms, p99 <= 25 ms, <= 3 x%n",
                    ringdesk.percentile(50) / floor.percentile(50), ringdesk.percentile(99) / floor.percentile(99));
        }
        System.exit(0);
    }

    private Arrivals relay(int seconds) throws Exception {
        try (BenchPbx pbx = new BenchPbx();
                MinimalRelay relay = new MinimalRelay(pbx.port(), database.open())) {
            Arrivals[] current = {new Arrivals()};
            AgentPages pages = new AgentPages(BenchServer.HOME, (frame, at) -> count(current[0], frame, at));
            for (int n = 0; n < agents; n++) {
                pages.listen(relay.page(BenchDatabase.endpoint(n).substring("PJSIP/".length())));
            }
            await(() -> pbx.listeners() > 0);
            warmUp(pbx, current[0]);
            current[0] = new Arrivals();
            play(pbx, current[0], seconds, CALLS_PER_SECOND);
            pages.close();
            return current[0];
        }
    }

    private Arrivals ringdesk(Path root, Path work, int seconds) throws Exception {
        try (BenchPbx pbx = new BenchPbx();
                BenchServer server = new BenchServer(root, work.resolve("server"), environment(pbx))) {
            OUT.println("starting the server ...");
            server.awaitReady(Duration.ofSeconds(180));
            Arrivals[] current = {new Arrivals()};
            AgentPages pages = new AgentPages(BenchServer.HOME, (frame, at) -> {
                if (frame.contains("\"RINGING\"")) {
                    count(current[0], frame, at);
                }
            });
            OUT.printf("logging %d agents in ...%n", agents);
            for (int n = 0; n < agents; n++) {
                pages.open("agent" + n, BenchDatabase.PASSWORD);
            }
            await(() -> pbx.listeners() > 0);
            warmUp(pbx, current[0]);
            current[0] = new Arrivals();
            play(pbx, current[0], seconds, CALLS_PER_SECOND);
            Arrivals measured = current[0];
            current[0] = new Arrivals();
            countStatements(pbx, current[0]);
            Map<String, Instant> frames = new ConcurrentHashMap<>();
            whole = (number, at) -> frames.putIfAbsent(number, Instant.now());
            record(server, pbx, work, frames);
            pages.close();
            return measured;
        }
    }

    /** After the measurement, for writing every statement to a log takes time of its own. */
    private void countStatements(BenchPbx pbx, Arrivals arrivals) throws Exception {
        database.logStatements(true);
        TimeUnit.SECONDS.sleep(1);
        long before = database.loggedStatements();
        int begun = 20;
        for (int n = 0; n < begun; n++) {
            PlayedCall call = next();
            arrivals.sent(call.ani(), System.nanoTime());
            pbx.play(call.rings());
            TimeUnit.MILLISECONDS.sleep(100);
        }
        TimeUnit.SECONDS.sleep(1);
        OUT.printf("SQL statements per pop: %.1f%n", (database.loggedStatements() - before) / (double) begun);
        database.logStatements(false);
    }

    /** Apart from the measurement, for a recording takes time of its own. */
    private void record(BenchServer server, BenchPbx pbx, Path work, Map<String, Instant> frames) throws Exception {
        FlightRecorder recorder = new FlightRecorder(server.pid(), work);
        // what a recording instruments is compiled anew
        warmUp(pbx, new Arrivals());
        Map<String, Instant> sent = new LinkedHashMap<>();
        for (int n = 0; n < 100; n++) {
            PlayedCall call = next();
            sent.put(call.ani(), Instant.now());
            pbx.play(call.rings());
            TimeUnit.MILLISECONDS.sleep(100);
        }
        List<Stages.Pop> pops = new ArrayList<>();
        sent.forEach((number, at) -> {
            Instant arrived = frames.get(number);
            if (arrived != null) {
                pops.add(new Stages.Pop(at, arrived));
            }
        });
        OUT.println(new Stages(recorder.file(), pbx.port(), database.port(), pops).text());
    }

    private Map<String, String> environment(BenchPbx pbx) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(pbx.environment());
        return environment;
    }

    private PlayedCall next() {
        calls++;
        return new PlayedCall(calls, calls % agents, BenchDatabase.phone(1 + calls % 19_999));
    }

    private void warmUp(BenchPbx pbx, Arrivals arrivals) throws InterruptedException {
        play(pbx, arrivals, WARM_UP_SECONDS, WARM_UP_CALLS_PER_SECOND);
    }

    /** Rings, is answered two seconds later, ends two seconds after that. */
    private void play(BenchPbx pbx, Arrivals arrivals, int seconds, int callsPerSecond) throws InterruptedException {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        for (int n = 0; n < seconds * callsPerSecond; n++) {
            PlayedCall call = next();
            long at = n * 1000L / callsPerSecond;
            timer.schedule(() -> ring(pbx, arrivals, call), at, TimeUnit.MILLISECONDS);
            timer.schedule(() -> say(pbx, call.answered()), at + 2050, TimeUnit.MILLISECONDS);
            timer.schedule(() -> say(pbx, call.ended()), at + 4050, TimeUnit.MILLISECONDS);
        }
        timer.shutdown();
        if (!timer.awaitTermination(seconds + 60L, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The calls could not be played in time");
        }
        TimeUnit.SECONDS.sleep(2);
    }

    private static void ring(BenchPbx pbx, Arrivals arrivals, PlayedCall call) {
        arrivals.sent(call.ani(), System.nanoTime());
        say(pbx, call.rings());
    }

    private static void say(BenchPbx pbx, String messages) {
        try {
            pbx.play(messages);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(Arrivals arrivals, String frame, long at) {
        Matcher number = NUMBER.matcher(frame);
        if (number.find() && ORDER.matcher(frame).results().count() == 10) {
            whole.accept(number.group(1), at);
            arrivals.arrived(number.group(1), at);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Nobody listens to the PBX");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
