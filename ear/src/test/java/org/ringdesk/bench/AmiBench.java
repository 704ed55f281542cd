package org.ringdesk.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether the link holds: 5,000 events a second with the database stopped for ten seconds in the middle and a PBX that cuts
 * off whoever does not read for 100 ms; then how long it takes to be in step again with 2,000 agents and 500 calls. The
 * floor of the same run is a socket reader that makes fields of lines and throws them away.
 *
 * <p>Arguments: project root, work directory, customers, agents, seconds.
 */
public final class AmiBench {
    private static final PrintStream OUT = System.out;
    private static final int STALL_SECONDS = 10;
    private static final int CALLS = 500;
    private static final int RESYNCS = 20;
    private static final int WARM_UP_SECONDS = 15;

    private final BenchDatabase database;
    private final BenchPbx pbx;
    private final int agents;
    private final int seconds;

    private AmiBench(BenchDatabase database, BenchPbx pbx, int agents, int seconds) {
        this.database = database;
        this.pbx = pbx;
        this.agents = agents;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        Path work = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
        int agents = Integer.parseInt(args[3]);
        try (BenchDatabase database = new BenchDatabase(work);
                BenchPbx pbx = new BenchPbx()) {
            int customers = Integer.parseInt(args[2]);
            OUT.printf("filling PostgreSQL with %,d customers, %,d agents ...%n", customers, agents);
            database.fill(customers, customers, agents);
            database.execute(
                    "insert into queue_membership (user_id, queue, penalty) select id, 'orders-de', 0 from app_user");
            pbx.answers("queuestatus", members(agents));
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.putAll(pbx.environment());
            OUT.println("starting the server ...");
            try (BenchServer server = new BenchServer(root, work.resolve("server"), environment)) {
                server.awaitReady(Duration.ofSeconds(180));
                try (ServerFigures figures = new ServerFigures(server.pid())) {
                    await(60, () -> figures.state().equals("LIVE"));
                    AmiBench bench = new AmiBench(database, pbx, agents, Integer.parseInt(args[4]));
                    bench.flood(server, figures);
                    bench.resyncs(figures);
                    bench.forgotten();
                }
            }
        }
        System.exit(0);
    }

    private void flood(BenchServer server, ServerFigures figures) throws Exception {
        new Flood(pbx, agents, 1_000_000).run(WARM_UP_SECONDS);
        await(120, () -> figures.number("EventsWaiting") == 0);
        long messages = figures.number("Messages");
        long connections = figures.number("Connections");
        long before = figures.liveHeapMegabytes();
        Flood flood = new Flood(pbx, agents, 0);
        AtomicLong heap = new AtomicLong();
        AtomicLong waiting = new AtomicLong();
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(3);
        try (BareReader floor = new BareReader(pbx.port())) {
            await(10, () -> pbx.listeners() == 2);
            double cpu = server.cpuMillis();
            Future<?> stall = timer.schedule(this::stall, seconds / 2 - STALL_SECONDS / 2, TimeUnit.SECONDS);
            timer.scheduleAtFixedRate(
                    () -> heap.accumulateAndGet(figures.heapMegabytes(), Math::max), 0, 250, TimeUnit.MILLISECONDS);
            timer.scheduleAtFixedRate(
                    () -> waiting.accumulateAndGet(number(figures, "EventsWaiting"), Math::max),
                    0,
                    50,
                    TimeUnit.MILLISECONDS);
            flood.run(seconds);
            long end = System.nanoTime();
            stall.get();
            await(
                    120,
                    () -> figures.number("Messages") - messages >= flood.events()
                            && figures.number("EventsWaiting") == 0);
            double drained = (System.nanoTime() - end) / 1e9;
            double serverCpu = server.cpuMillis() - cpu;
            timer.shutdownNow();
            timer.awaitTermination(10, TimeUnit.SECONDS);
            long kept =
                    database.count("select count(*) from call_record where state = 'ENDED' and answered_at is not null"
                            + " and agent is not null and caller_name like 'Bench %' and length(caller_name) < 13");
            OUT.println();
            OUT.printf(
                    "flood                   %,d events in %d s (%,.0f events/s, %d calls/s), database stopped for %d s%n",
                    flood.events(), seconds, flood.eventsPerSecond(), flood.calls() / seconds, STALL_SECONDS);
            OUT.printf(
                    "disconnects             %d (cut off by the PBX: %d; its slowest write %.1f ms of 100)%n",
                    figures.number("Connections") - connections, pbx.cutOff(), pbx.slowestMillis());
            OUT.printf(
                    "nothing lost?           %,d messages read for %,d events sent (answers count, too); calls whole in the database %,d of %,d%n",
                    figures.number("Messages") - messages, flood.events(), kept, flood.calls());
            OUT.printf(
                    "backlog peak            %,d facts waiting for the database, %,d messages waiting for the model; taken %.1f s after the last%n",
                    waiting.get(), figures.number("MostMessagesWaiting"), drained);
            OUT.printf(
                    "heap                    %d MB at most of 1024; live %d MB before, %d MB after%n",
                    heap.get(), before, figures.liveHeapMegabytes());
            OUT.printf(
                    "processor per event     %.1f us from wire to database; bare reader (floor) %.1f us, %,d events%n",
                    1000 * serverCpu / flood.events(), 1000 * floor.cpuMillis() / floor.events(), floor.events());
        }
    }

    private static long number(ServerFigures figures, String name) {
        try {
            return figures.number(name);
        } catch (Exception e) {
            return 0;
        }
    }

    private void stall() {
        try (BenchDatabase.Stopped stopped = database.stop()) {
            OUT.printf("  database stopped: %d processes%n", stopped.processes());
            TimeUnit.SECONDS.sleep(STALL_SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void resyncs(ServerFigures figures) throws Exception {
        List<Entry<String, String>> channels = new ArrayList<>();
        List<Entry<String, String>> status = new ArrayList<>();
        for (int n = 0; n < CALLS; n++) {
            PlayedCall call = Flood.call(2_000_000 + n, agents);
            pbx.play(call.rings() + call.answered());
            for (String text : List.of(call.trunkStatus(), call.phoneStatus())) {
                status.add(Map.entry("Status", text));
                channels.add(Map.entry("CoreShowChannel", text));
            }
        }
        pbx.answers("status", status);
        pbx.answers("coreshowchannels", channels);
        await(60, () -> talking() == CALLS && figures.number("EventsWaiting") == 0);
        double floor;
        try (BareReader reader = new BareReader(pbx.port())) {
            await(10, () -> pbx.listeners() == 2);
            reader.snapshotMillis();
            floor = reader.snapshotMillis();
        }
        Arrivals live = new Arrivals();
        Arrivals taken = new Arrivals();
        int commands = pbx.commands();
        for (int n = 0; n < RESYNCS; n++) {
            int connections = pbx.connections();
            String name = Integer.toString(n);
            pbx.cut();
            await(30, () -> pbx.connections() > connections);
            live.sent(name, pbx.acceptedAt());
            taken.sent(name, pbx.acceptedAt());
            await(30, () -> figures.state().equals("LIVE"));
            live.arrived(name, System.nanoTime());
            await(
                    60,
                    () -> figures.number("EventsWaiting") == 0
                            && database.count("select count(*) from pbx_link where state = 'LIVE'") == 1);
            taken.arrived(name, System.nanoTime());
            long still = talking();
            if (still != CALLS) {
                throw new IllegalStateException("After a resync " + still + " calls are talked of " + CALLS);
            }
        }
        await(30, () -> untold() == 0);
        OUT.printf("resync, %,d agents, %d calls, %d times, from the new connection:%n", agents, CALLS, RESYNCS);
        OUT.printf("  in step               p50 %.0f ms  p99 %.0f ms%n", live.percentile(50), live.percentile(99));
        OUT.printf(
                "  and all of it stored  p50 %.0f ms  p99 %.0f ms (aim: p99 <= 2000 ms); bare reader of the same lists (floor) %.0f ms%n",
                taken.percentile(50), taken.percentile(99), floor);
        OUT.printf(
                "  told to the PBX       %d actions in %d resyncs: it had every agent as wished%n",
                pbx.commands() - commands, RESYNCS);
    }

    /** A PBX that lost its queue members hears of every one of them. */
    private void forgotten() throws Exception {
        pbx.answers("queuestatus", List.of());
        int commands = pbx.commands();
        int connections = pbx.connections();
        pbx.cut();
        await(30, () -> pbx.connections() > connections);
        await(120, () -> pbx.commands() - commands >= agents && untold() == 0);
        OUT.printf(
                "a PBX that forgot all   %,d actions, %.1f s from the new connection until every agent was in the queue again%n",
                pbx.commands() - commands, (System.nanoTime() - pbx.acceptedAt()) / 1e9);
    }

    private static List<Entry<String, String>> members(int agents) {
        List<Entry<String, String>> members = new ArrayList<>();
        for (int n = 0; n < agents; n++) {
            members.add(Map.entry(
                    "QueueMember",
                    new PlayedCall(n, n, "")
                            .memberStatus()
                            .replace("Interface: ", "Location: ")
                            .replace("StateLocation", "StateInterface")));
        }
        return members;
    }

    private long untold() throws Exception {
        return database.count("select count(*) from agent_presence where not told");
    }

    private long talking() throws Exception {
        return database.count("select count(*) from call_record where state = 'TALKING'");
    }

    private static void await(int seconds, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Did not come about within " + seconds + " s");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
