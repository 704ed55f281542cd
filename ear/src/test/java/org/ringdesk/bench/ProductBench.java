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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.catalog.ProductView;
import org.ringdesk.catalog.domain.Product;
import org.ringdesk.catalog.store.ProductSearch;
import org.ringdesk.catalog.store.Shelf;
import org.ringdesk.pricing.Basket;
import org.ringdesk.pricing.store.PriceBook;
import org.ringdesk.shared.Money;

/**
 * How long the list of products takes among very many, by the very statements of the rooms: found by parts of names, number, barcode,
 * category and attribute, each with its stock and with the prices that the customer has. Beside it the floor: one row by its key.
 */
public final class ProductBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int SHOWN = 12;
    private static final int WARM_UP = 50;
    private static final long CUSTOMER = 100_001;
    private static final ChannelView CHANNEL = new ChannelView(
            1,
            new ChannelCode("DE"),
            "Bench",
            "DE",
            "DE",
            EUR,
            ZoneId.of("Europe/Berlin"),
            "de",
            true,
            Set.of(),
            List.of(),
            Money.zero(EUR),
            null);

    private final BenchDatabase database;
    private final int products;
    private final int looks;
    private final Random dice = new Random(4);

    private ProductBench(BenchDatabase database, int products, int looks) {
        this.database = database;
        this.products = products;
        this.looks = looks;
    }

    /** A search as the rooms make it. */
    private record Look(String name, IntFunction<String> words, BiFunction<EntityManager, String, Integer> find) {}

    /** @param args the project's root, a working directory, how many products, how many searches of each kind */
    public static void main(String[] args) throws Exception {
        int products = Integer.parseInt(args[2]);
        try (BenchDatabase database = new BenchDatabase(Path.of(args[1]))) {
            OUT.printf("filling PostgreSQL with %,d products ...%n", products);
            database.fill(1000, 10, 1);
            new ProductBench(database, products, Integer.parseInt(args[3])).run();
        }
    }

    private void run() throws SQLException, IOException {
        try (Connection db = database.open();
                Statement sql = db.createStatement()) {
            fill(sql);
        }
        List<Look> kinds = List.of(
                new Look("floor: one row by its key", n -> Long.toString(1_000_000L + n), ProductBench::byKey),
                new Look("number", n -> "ART-" + (1_000_000 + n), this::search),
                new Look("number, its last 4 digits", n -> String.format("%04d", n % 10_000), this::search),
                new Look("barcode", n -> Long.toString(2_000_000_000_000L + n), this::search),
                new Look("part of a name", n -> "ame" + n % 9973, this::search),
                new Look("parts of two names", n -> "ame" + n % 9973 + " ind" + n % 97, this::search),
                new Look("a name that many have", n -> "kind" + n % 97, this::search),
                new Look("category", n -> "group " + n % 40, this::search),
                new Look("category and attribute", n -> "group" + n % 40 + " colour" + n % 31, this::search),
                new Look("attributes", n -> "colour" + n % 31 + " size" + n % 7, this::search),
                new Look("two letters", n -> "na", this::search));
        OUT.printf("%-28s %9s %9s %9s %8s%n", "of " + products + " products", "p50 ms", "p99 ms", "max ms", "found");
        try (EntityManagerFactory factory = RoomStores.open(database)) {
            kinds.forEach(look -> measure(factory, look));
        }
    }

    private void fill(Statement sql) throws SQLException {
        sql.execute("insert into product_category (id, code, name_en, name_de)"
                + " select 500000 + n, 'GROUP' || n, 'Group ' || n, 'Gruppe ' || n from generate_series(0, 39) n");
        sql.execute("""
                insert into product (id, number, name_en, name_de, search_name, search_text, category_id, picture, barcode, tax_class,
                    active, attributes, version)
                select 1000000 + n, 'ART-' || (1000000 + n), 'Name%1$s Kind' || n %% 97, 'Name%1$s Art' || n %% 97,
                    'art ' || (1000000 + n) || ' name%1$s kind' || n %% 97 || ' name%1$s art' || n %% 97,
                    'art ' || (1000000 + n) || ' name%1$s kind' || n %% 97 || ' name%1$s art' || n %% 97 || ' ' || (2000000000000 + n)
                      || ' group' || n %% 40 || ' group ' || n %% 40 || ' gruppe ' || n %% 40 || ' colour colour' || n %% 31
                      || ' size size' || n %% 7,
                    500000 + n %% 40, 'mug-blue.svg', (2000000000000 + n)::text, 'STANDARD', true,
                    'colour=colour' || n %% 31 || ';size=size' || n %% 7, 1
                from generate_series(1, %2$d) n
                """.formatted("' || n %% 9973 || '", products).replace("%%", "%"));
        sql.execute("insert into product_price (product_id, channel_id, amount)"
                + " select id, 1, 10 + id % 90 from product");
        sql.execute("insert into product_stock (product_id, on_hand, reserved, version)"
                + " select id, id % 50, id % 7, 1 from product");
        sql.execute("insert into price_group (id, code, name, version) values (600000, 'BENCH', 'Bench', 1)");
        sql.execute("insert into price_group_customer (customer_id, group_id) values (" + CUSTOMER + ", 600000)");
        sql.execute(
                "insert into trade_agreement (id, group_id, product_id, unit, currency, from_quantity, price, version)"
                        + " select 700000000 + id, 600000, id, 'PCS', 'EUR', 1, 9, 1 from product where id % 3 = 0");
        sql.execute("analyze");
    }

    private void measure(EntityManagerFactory factory, Look look) {
        double[] millis = new double[looks];
        long found = 0;
        for (int i = -WARM_UP; i < looks; i++) {
            String words = look.words.apply(1 + dice.nextInt(products));
            long began = System.nanoTime();
            int rows = once(factory, look, words);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
                found += rows;
            }
        }
        Arrays.sort(millis);
        OUT.printf(
                "%-28s %9.2f %9.2f %9.2f %8.1f%n",
                look.name, millis[looks / 2], millis[looks * 99 / 100], millis[looks - 1], found / (double) looks);
    }

    /** In a transaction, as a front door does it. */
    private static int once(EntityManagerFactory factory, Look look, String words) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            int rows = look.find.apply(em, words);
            em.getTransaction().commit();
            return rows;
        } finally {
            em.close();
        }
    }

    private static int byKey(EntityManager em, String id) {
        return em.find(Product.class, Long.parseLong(id)) == null ? 0 : 1;
    }

    /** The list, and the prices that the customer has. */
    private int search(EntityManager em, String words) {
        List<ProductView> found =
                RoomStores.with(new Shelf(), em).search(CHANNEL, new ProductSearch(words), "de", SHOWN);
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Berlin"));
        List<Basket.Line> lines = found.stream()
                .map(p -> new Basket.Line(
                        found.indexOf(p),
                        new Basket.Item(
                                p.id(),
                                p.category(),
                                p.taxClass(),
                                p.usual().code(),
                                p.usual().pieces()),
                        1,
                        p.listPrice(),
                        day,
                        null))
                .toList();
        if (!lines.isEmpty()) {
            RoomStores.with(new PriceBook(), em).prices(Basket.of(EUR, day, lines), CHANNEL, CUSTOMER);
        }
        return found.size();
    }
}
