package org.ringdesk.bench;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.ringdesk.customers.domain.Customer;
import org.ringdesk.customers.store.CustomerSearch;
import org.ringdesk.customers.store.Customers;
import org.ringdesk.orders.store.Orders;
import org.ringdesk.shared.PhoneNumber;

/**
 * How long it takes to find a customer among very many, by the very statements of the rooms: by the number that calls, by part of
 * a name as agents type it, by a name spelled wrongly, and by an order's number. Beside it the floor: the plainest look-up by a
 * key. Then the plans, as PostgreSQL wrote them down when it made the last of each.
 */
public final class LookupBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int SHOWN = 9;
    private static final int ORDERED = 20_000;
    private static final int WARM_UP = 300;
    private static final int LOOKS = 2000;

    private final BenchDatabase database;
    private final int customers;
    private final Random dice = new Random(4);

    private LookupBench(BenchDatabase database, int customers) {
        this.database = database;
        this.customers = customers;
    }

    /** A look-up as the rooms make it. */
    private record Look(String name, IntFunction<String> words, BiFunction<EntityManager, String, Integer> find) {}

    /** @param args the project's root, a working directory, how many customers */
    public static void main(String[] args) throws Exception {
        int customers = Integer.parseInt(args[2]);
        try (BenchDatabase database = new BenchDatabase(Path.of(args[1]))) {
            OUT.printf(
                    "filling PostgreSQL with %,d customers, of whom %,d ordered ten times ...%n", customers, ORDERED);
            database.fill(customers, ORDERED, 1);
            new LookupBench(database, customers).run();
        }
    }

    private void run() throws SQLException, IOException, ReflectiveOperationException {
        List<Look> looks = List.of(
                new Look("floor: one row by its key", n -> Long.toString(100_000L + n), LookupBench::byKey),
                new Look("phone that calls", BenchDatabase::phone, this::byPhone),
                new Look("phone, last 6 digits", n -> BenchDatabase.phone(n).substring(7), this::search),
                new Look("name, whole", n -> "first" + n % 997 + " last" + n % 9973, this::search),
                new Look("name, part", n -> "ast" + (1000 + n % 8973), this::search),
                new Look("name, two parts", n -> "irst" + n % 997 + " ast" + n % 9973, this::search),
                new Look("name, a letter missing", n -> "lst" + (1000 + n % 8973), this::search),
                new Look("customer number", n -> "C" + (1_000_000 + n), this::search),
                new Look("order number", n -> "DE" + (20_000_000 + n % (ORDERED * 10)), this::byOrder),
                new Look("order, last 6 digits", n -> String.format("%06d", n % (ORDERED * 10)), this::byOrder));
        OUT.printf("%-28s %9s %9s %9s %8s%n", "of " + customers + " customers", "p50 ms", "p99 ms", "max ms", "found");
        try (EntityManagerFactory factory = RoomStores.open(database)) {
            looks.forEach(look -> measure(factory, look));
        }
        plan();
        try (EntityManagerFactory factory = RoomStores.open(database)) {
            for (Look look : looks) {
                once(factory, look, 1 + dice.nextInt(customers));
            }
        }
        OUT.println();
        database.plans().forEach(OUT::println);
    }

    private void measure(EntityManagerFactory factory, Look look) {
        double[] millis = new double[LOOKS];
        long found = 0;
        for (int i = -WARM_UP; i < LOOKS; i++) {
            int customer = 1 + dice.nextInt(customers);
            long began = System.nanoTime();
            int rows = once(factory, look, customer);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
                found += rows;
            }
        }
        Arrays.sort(millis);
        OUT.printf(
                "%-28s %9.2f %9.2f %9.2f %8.1f%n",
                look.name, millis[LOOKS / 2], millis[LOOKS * 99 / 100], millis[LOOKS - 1], found / (double) LOOKS);
    }

    /** In a transaction, as a front door does it. */
    private static int once(EntityManagerFactory factory, Look look, int customer) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            int rows = look.find.apply(em, look.words.apply(customer));
            em.getTransaction().commit();
            return rows;
        } finally {
            em.close();
        }
    }

    private static int byKey(EntityManager em, String id) {
        return em.find(Customer.class, Long.parseLong(id)) == null ? 0 : 1;
    }

    private int byPhone(EntityManager em, String number) {
        return RoomStores.with(new Customers(), em)
                .seenWithPhone(new PhoneNumber(number), SHOWN)
                .size();
    }

    private int search(EntityManager em, String words) {
        List<Long> ids = new CustomerSearch(words).ids(em, SHOWN, true);
        return RoomStores.with(new Customers(), em).byId(ids).size();
    }

    private int byOrder(EntityManager em, String number) {
        return RoomStores.with(new Customers(), em)
                .byId(RoomStores.with(new Orders(), em).customersOf(number, SHOWN))
                .size();
    }

    /** From the next connection on PostgreSQL writes down the plan of every statement. */
    private void plan() throws SQLException {
        try (Connection db = database.open();
                Statement sql = db.createStatement()) {
            sql.execute("alter database postgres set session_preload_libraries = 'auto_explain'");
            sql.execute("alter database postgres set auto_explain.log_min_duration = 0");
            sql.execute("alter database postgres set auto_explain.log_analyze = on");
            sql.execute("alter database postgres set auto_explain.log_timing = off");
        }
    }
}
