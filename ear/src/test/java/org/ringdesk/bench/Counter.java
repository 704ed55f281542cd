package org.ringdesk.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.ringdesk.it.As;
import org.ringdesk.testing.EarWith;

/** Where orders of the demo company are sold in a server of the bench, from outside. */
final class Counter {
    static final String COUPON = "BENCH";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;
    private final String customers;
    private final String products;

    /** The demo company gets a coupon that may be used without end, and more goods than anybody buys. */
    Counter(BenchDatabase database) throws SQLException {
        door = BenchServer.HOME.resolve("selling/");
        customers = String.join(
                ",",
                database.texts(
                        "select number from customer where country = 'DE' and merged_into is null order by number limit 1000"));
        products = String.join(",", database.texts("""
                        select p.number from product p join product_price r on r.product_id = p.id
                        join sales_channel c on c.id = r.channel_id and c.code = 'DE' where p.active and p.sell_from is null and p.sell_to is null order by p.number limit 200
                        """));
        database.execute("update product_stock set on_hand = 100000000");
        database.execute("""
                insert into coupon (id, channel_id, code, discount_id, exclusive, uses, version)
                select 900000000, c.channel_id, '%s', c.discount_id, false, 0, 1 from coupon c
                where c.code = 'WILLKOMMEN' and not exists (select 1 from coupon x where x.id = 900000000)
                """.formatted(COUPON));
    }

    /** The EAR with the counter in it. */
    static Path ear(Path built, Path work) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "selling.war")
                .addPackage("org.ringdesk.bench.inside")
                .addClass(As.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsManifestResource(EarWith.manifest(), "MANIFEST.MF");
        Path ear = work.resolve("selling.ear");
        EarWith.module(built, war).as(ZipExporter.class).exportTo(ear.toFile(), true);
        return ear;
    }

    /** What it takes each of {@code clients}, who sell {@code orders} each at the same time, in microseconds. */
    List<Long> sell(int clients, int orders) throws IOException, InterruptedException {
        String answer = ask(
                "sell",
                Map.of(
                        "clients", Integer.toString(clients),
                        "orders", Integer.toString(orders),
                        "coupon", COUPON,
                        "customers", customers,
                        "products", products));
        return answer.lines().map(Long::valueOf).toList();
    }

    /** An order that needs only be submitted. */
    record Taken(String number, String version) {}

    /** @param n whose customer it is for, so that no two at once have the same */
    Taken take(int n) throws IOException, InterruptedException {
        String[] all = customers.split(",");
        String[] answer = ask("take", Map.of("customers", all[n % all.length], "products", products))
                .split(" ");
        return new Taken(answer[0], answer[1]);
    }

    /** The order's status then. */
    String submit(Taken order, String key) throws IOException, InterruptedException {
        return ask("submit", Map.of("number", order.number, "version", order.version, "key", key));
    }

    private String ask(String what, Map<String, String> parameters) throws IOException, InterruptedException {
        String form = parameters.entrySet().stream()
                .map(e -> e.getKey() + '=' + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(door.resolve(what))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(what + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }
}
