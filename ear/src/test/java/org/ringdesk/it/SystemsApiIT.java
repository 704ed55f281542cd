package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.it.As.as;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ApiKeyView;
import org.ringdesk.administration.ApiKeys;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.IssuedKey;
import org.ringdesk.catalog.CatalogReading;
import org.ringdesk.catalog.ProductNumber;
import org.ringdesk.catalog.Products;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerReading;
import org.ringdesk.orders.OrderEntry;
import org.ringdesk.orders.OrderFilter;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderReading;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderView;
import org.ringdesk.payments.Checkout;
import org.ringdesk.payments.Recap;
import org.ringdesk.shared.Role;

/** Other systems over HTTP: who gets in, what they read, what they tell, and that nothing is done twice. */
class SystemsApiIT extends Deployed {
    private static final As KATRIN = as("katrin.brandt", Role.ADMIN);

    @Inject
    private ApiKeys keys;

    @Inject
    private OrderEntry entry;

    @Inject
    private Products products;

    @Inject
    private Checkout checkout;

    @Inject
    private OrderReading reading;

    @Inject
    private CatalogReading catalog;

    @Inject
    private CustomerReading customers;

    @PersistenceUnit(unitName = "ringdesk")
    private EntityManagerFactory persistence;

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    @Test
    void onlyAKeyThatHoldsOpensTheDoor() throws Exception {
        Api.Answer none = new Api(null).get("/api/v1/orders");
        none.problem(401, "key.missing");
        assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
        String wrong = "rd_aaaaaaaa_" + "A".repeat(43);
        for (String bad : List.of("x", wrong, "rd_")) {
            Api.Answer refused = new Api(bad).get("/api/v1/orders");
            refused.problem(401, "key.wrong");
            assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
        }
        JsonObject german =
                new Api(wrong).get("/api/v1/orders", "Accept-Language", "de").problem(401, "key.wrong");
        assertThat(german.getString("title")).isEqualTo("Dieser Schlüssel öffnet nichts");

        IssuedKey issued = key(null, Role.ORDER_READER);
        Api api = new Api(issued.secret());
        api.get("/api/v1/orders").is(200);
        assertThat(view(issued).usedAt()).isNotNull();
        // the right beginning alone is nothing
        new Api(issued.secret().substring(0, 12) + "A".repeat(43))
                .get("/api/v1/orders")
                .problem(401, "key.wrong");
        KATRIN.run(() -> keys.revoke(issued.key().id()));
        api.get("/api/v1/orders").problem(401, "key.wrong");

        IssuedKey ends = key(Instant.now().plusSeconds(3600), Role.ORDER_READER);
        new Api(ends.secret()).get("/api/v1/orders").is(200);
        change("update api_key set ends_at = created_at where id = "
                + ends.key().id());
        new Api(ends.secret()).get("/api/v1/orders").problem(401, "key.wrong");
    }

    @Test
    void aKeyOpensWhatItsScopesSayAndNothingElse() throws Exception {
        Api feed = api(Role.CATALOG_FEED);
        Api.Answer denied = feed.get("/api/v1/orders");
        denied.problem(403, "scope");
        assertThat(denied.header("WWW-Authenticate")).contains("insufficient_scope");
        feed.get("/api/v1/customers").problem(403, "scope");
        feed.post("/api/v1/orders/DE00010001/release", "{}").problem(403, "scope");
        feed.get("/api/v1/stock").is(200);
        Api orders = api(Role.ORDER_READER);
        orders.get("/api/v1/products").problem(403, "scope");
        orders.post("/api/v1/orders/DE00010001/invoices", "{'number': 'R'}").problem(403, "scope");
        orders.put("/api/v1/stock/X", "{'quantity': 1}").problem(403, "scope");
        api(Role.FULFILMENT).get("/api/v1/orders").problem(403, "scope");
        api(Role.CUSTOMER_FEED).get("/api/v1/customers").is(200);
        // with every scope there is
        Api all = api(Role.ORDER_READER, Role.FULFILMENT, Role.CATALOG_FEED, Role.CUSTOMER_FEED);
        for (String elsewhere : List.of("/api/desk", "/api/products?q=x", "/api/floor", "/api/customers", "/api")) {
            assertThat(all.get(elsewhere).status()).as(elsewhere).isIn(401, 403);
        }
        for (String page : List.of("/administration/system.xhtml", "/agent/workspace.xhtml")) {
            Api.Answer answer = all.get(page);
            assertThat(answer.status()).as(page).isEqualTo(302);
            assertThat(answer.header("Location")).contains("/login.xhtml");
        }
        new Api(null).get("/api/v1/openapi.json").is(200);
        assertThat(new Api(null).get("/openapi").status())
                .as("the server tells of the scripts' API")
                .isNotEqualTo(200);
    }

    /** Somebody who is logged in with a browser may do much there, and nothing here. */
    @Test
    void aSessionIsNoKey() throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String page = fetch(browser, HttpRequest.newBuilder(URI.create("http://localhost:18180/login.xhtml")));
        Matcher state = Pattern.compile("jakarta.faces.ViewState[^>]*value=\"([^\"]+)\"")
                .matcher(page);
        assertThat(state.find()).isTrue();
        String typed = String.join(
                "&",
                "login=login",
                "login:name=katrin.brandt",
                "login:password=only-for-this-test-run",
                button(page) + "=",
                "jakarta.faces.ViewState=" + URLEncoder.encode(state.group(1), StandardCharsets.UTF_8));
        String landed = fetch(
                browser,
                HttpRequest.newBuilder(URI.create("http://localhost:18180/login.xhtml"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(typed)));
        assertThat(landed).as("logged in").contains("Katrin Brandt");
        int opened = status(browser, "/api/floor", null);
        assertThat(opened).as("her own door").isEqualTo(200);
        assertThat(status(browser, "/api/v1/orders", null)).isEqualTo(401);
        assertThat(status(browser, "/api/v1/products", null)).isEqualTo(401);
        // a key counts although a session is there
        assertThat(status(
                        browser, "/api/v1/orders", key(null, Role.ORDER_READER).secret()))
                .isEqualTo(200);
    }

    private static String button(String page) {
        Matcher button = Pattern.compile("<button[^>]*name=\"(login:[^\"]+)\"").matcher(page);
        assertThat(button.find()).as(page).isTrue();
        return button.group(1);
    }

    private static String fetch(HttpClient browser, HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static int status(HttpClient browser, String path, @Nullable String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:18180" + path));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return browser.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    @Test
    void anOrderIsWorkedOnOverHttpUntilItsMoneyIsTaken() throws Exception {
        OrderView order = placed("C20041");
        String path = "/api/v1/orders/" + order.number();
        int pieces = order.lines().get(0).quantity();
        Api reader = api(Role.ORDER_READER);
        IssuedKey warehouse = key(null, Role.FULFILMENT);
        Api shipit = new Api(warehouse.secret());
        assertThat(shipit.post(path + "/release", "{}").is(200).json().getString("status"))
                .isEqualTo("RELEASED");
        assertThat(shipit.post(path + "/pick", "{'lines': [1]}").is(200).json().getString("status"))
                .isEqualTo("PICKED");
        String parcel =
                "{'reference': 'P-1', 'carrier': 'DHL', 'tracking': 'JD7', 'lines': [{'line': 1, 'quantity': %d}]}"
                        .formatted(pieces);
        assertThat(shipit.post(path + "/shipments", parcel).is(200).json().getString("status"))
                .isEqualTo("SHIPPED");
        // told again it is the same parcel
        shipit.post(path + "/shipments", parcel).is(200);
        assertThat(shipit.post(path + "/invoices", "{'number': 'R-API-1'}")
                        .is(200)
                        .json()
                        .getString("status"))
                .isEqualTo("INVOICED");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(payment(reader, path).getString("status")).isEqualTo("PAID"));
        Api.Answer answer = reader.get(path).is(200);
        JsonObject body = answer.json();
        assertThat(body.getString("status")).isEqualTo("INVOICED");
        assertThat(body.getJsonObject("totals")
                        .getJsonObject("total")
                        .getJsonNumber("amount")
                        .bigDecimalValue())
                .isEqualByComparingTo(order.total().amount());
        assertThat(payment(reader, path).getJsonObject("captured"))
                .isEqualTo(body.getJsonObject("totals").getJsonObject("due"));
        assertThat(payment(reader, path).getString("detail")).matches(".+ •••• \\d{4}");
        assertThat(answer.response().body()).doesNotContain("tok_", "token", "idempotency", "gateway");
        JsonObject shipment = body.getJsonArray("shipments").getJsonObject(0);
        assertThat(shipment.getString("tracking")).isEqualTo("JD7");
        assertThat(body.getJsonArray("shipments")).hasSize(1);
        assertThat(body.getJsonArray("invoices").getJsonObject(0).getString("number"))
                .isEqualTo("R-API-1");
        JsonObject line = body.getJsonArray("lines").getJsonObject(0);
        assertThat(line.getInt("shipped")).isEqualTo(pieces);
        assertThat(line.getInt("invoiced")).isEqualTo(pieces);
        assertThat(body.getJsonArray("history").getValuesAs(JsonObject.class))
                .filteredOn(
                        e -> Set.of("RELEASED", "PICKED", "SHIPPED", "INVOICED").contains(e.getString("kind")))
                .hasSize(4)
                .allMatch(e ->
                        e.getString("who").equals("system:" + warehouse.key().system()));
        // what cannot be any more
        shipit.post(path + "/release", "{'lines': [1]}").problem(409, "fulfilment.move");
        shipit.post(path + "/shipments", parcel.replace("P-1", "P-2")).problem(422, "fulfilment.pieces");
        shipit.post(path + "/pick", "{'lines': [9]}").problem(422, "order.line.unknown");
    }

    private static JsonObject payment(Api reader, String path) {
        return reader.get(path).is(200).json().getJsonArray("payments").getJsonObject(0);
    }

    @Test
    void ordersArePagedAndFiltered() throws Exception {
        OrderView one = placed("C20042");
        OrderView other = placed("C20043");
        Api reader = api(Role.ORDER_READER);
        Set<String> mine = Set.of(one.number().value(), other.number().value());
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/orders?limit=200&placedSince=" + one.changedAt().minusSeconds(5);
        while (!next.isEmpty()) {
            Api.Answer page = reader.get(next).is(200);
            page.json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(o -> seen.add(o.getString("number")));
            next = page.json().getString("next", "");
            assertThat(page.header("Link")).isEqualTo(next.isEmpty() ? "" : "<" + next + ">; rel=\"next\"");
        }
        assertThat(seen).containsAll(mine).doesNotHaveDuplicates();

        // all there are, three at a time: as many as in the database, each once
        List<String> all = new ArrayList<>();
        String address = "/api/v1/orders?status=CANCELLED&limit=3";
        for (int page = 0; page < 400 && !address.isEmpty(); page++) {
            JsonObject body = reader.get(address).is(200).json();
            List<JsonObject> items = body.getJsonArray("items").getValuesAs(JsonObject.class);
            assertThat(items).hasSizeLessThanOrEqualTo(3);
            items.forEach(o -> all.add(o.getString("changedAt") + o.getString("number")));
            address = page == 20 ? "" : body.getString("next", "");
        }
        assertThat(all).isNotEmpty().doesNotHaveDuplicates();

        JsonObject hers = reader.get("/api/v1/orders?customer=C20043&status=PLACED&status=RELEASED")
                .is(200)
                .json();
        assertThat(hers.getJsonArray("items").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allMatch(o -> o.getString("customer").equals("C20043"))
                .extracting(o -> o.getString("number"))
                .contains(other.number().value());
        assertThat(reader.get("/api/v1/orders?changedSince=2999-01-01T00:00:00Z")
                        .is(200)
                        .json()
                        .getJsonArray("items"))
                .isEmpty();
        for (String bad : List.of(
                "limit=0",
                "limit=201",
                "limit=x",
                "status=NEW",
                "placedSince=today",
                "cursor=%21",
                "cursor=AAAA",
                "customer=7",
                "changedSinc=2026-01-01T00:00:00Z")) {
            Api.Answer refused = reader.get("/api/v1/orders?" + bad);
            refused.problem(400, "parameters");
            assertThat(refused.faults()).as(bad).singleElement().asString().startsWith(bad.replaceAll("=.*", " "));
        }
        reader.get("/api/v1/orders/DE99999999").problem(404, "order.unknown");
        reader.get("/api/v1/orders/nonsense").problem(404, "not-found");
        // a draft is nobody's business
        OrderView draft = anna(() -> entry.start(new ChannelCode("DE"), new CustomerNumber("C20044"), null));
        reader.get("/api/v1/orders/" + draft.number()).problem(404, "order.unknown");
    }

    @Test
    void pagesNeedFewStatements() throws Exception {
        OrderView order = placed("C20045");
        OrderFilter any = new OrderFilter(Set.of(), null, null, null);
        As reader = as("system:test", Role.ORDER_READER, Role.CATALOG_FEED, Role.CUSTOMER_FEED);
        assertThat(statements(() -> reader.call(() -> reading.page(any, null, 0, 101))))
                .isEqualTo(1);
        assertThat(statements(() -> reader.call(() -> reading.get(order.number()))))
                .isLessThanOrEqualTo(8);
        assertThat(statements(() -> reader.call(() -> catalog.page("", 101)))).isEqualTo(3);
        assertThat(statements(() -> reader.call(() -> customers.page(0, 101)))).isEqualTo(3);
    }

    private int statements(Callable<?> work) throws Exception {
        try (Statements counted = new Statements(persistence)) {
            work.call();
            return counted.seen().size();
        }
    }

    @Test
    void productsPricesAndStockComeIn() throws Exception {
        Api erp = api(Role.CATALOG_FEED);
        String number = "API-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        String path = "/api/v1/products/" + number;
        erp.get(path).problem(404, "product.unknown");
        erp.put("/api/v1/stock/" + number, "{'quantity': 3}").problem(404, "intake.product.unknown");
        erp.put(path, "{'nameEn': 'Awl', 'nameDe': 'Ahle', 'category': 'KITCHEN'}")
                .is(201);
        assertThat(erp.put(path, "{'nameEn': 'Awl', 'nameDe': 'Ahle', 'category': 'KITCHEN'}")
                        .is(200)
                        .json()
                        .getString("outcome"))
                .isEqualTo("SAME");
        erp.put("/api/v1/prices/" + number + "/DE", "{'amount': 12.90}").is(201);
        erp.put("/api/v1/prices/" + number + "/NO", "{'amount': 12.90}").problem(404, "channel.unknown");
        erp.put("/api/v1/stock/" + number, "{'quantity': 7}").is(200);
        JsonObject kept = erp.get(path).is(200).json();
        assertThat(kept.getString("nameDe")).isEqualTo("Ahle");
        assertThat(kept.getInt("stock")).isEqualTo(7);
        JsonObject price = kept.getJsonArray("prices").getJsonObject(0);
        assertThat(price.getString("channel")).isEqualTo("DE");
        assertThat(price.getJsonObject("price").getJsonNumber("amount").toString())
                .isEqualTo("12.90");
        assertThat(erp.get("/api/v1/stock/" + number).is(200).json().getInt("quantity"))
                .isEqualTo(7);
        assertThat(erp.get("/api/v1/products?limit=2").is(200).json().getJsonArray("items"))
                .hasSize(2);

        Api.Answer unknown =
                erp.put(path, "{'nameEn': 'Awl', 'nameDe': 'Ahle', 'category': 'KITCHEN', 'colour': 'red'}");
        unknown.problem(400, "fields");
        assertThat(unknown.faults()).containsExactly("/colour unknown");
        Api.Answer bad = erp.put(path, "{'nameEn': 'Awl', 'category': 'PLANES'}");
        bad.problem(422, "rows");
        assertThat(bad.faults()).containsExactlyInAnyOrder("/nameDe intake.missing", "/category intake.choice.unknown");
    }

    @Test
    void aBatchIsTakenInWholeOrNotAtAll() throws Exception {
        Api erp = api(Role.CATALOG_FEED);
        String one = "{'number': '%s-%d', 'nameEn': 'Nail', 'nameDe': 'Nagel', 'category': 'KITCHEN'}";
        String rows =
                IntStream.range(0, 1000).mapToObj(i -> one.formatted("BAT", i)).collect(Collectors.joining(","));
        JsonObject taken = erp.post("/api/v1/products/batch", "{'rows': [" + rows + "]}")
                .is(200)
                .json();
        assertThat(taken.getInt("added")).isEqualTo(1000);
        assertThat(taken.getJsonArray("rows").getJsonObject(999).getString("number"))
                .isEqualTo("BAT-999");
        String bad = "{'rows': [" + one.formatted("BAD", 1) + ","
                + one.formatted("BAD", 2).replace("Nagel", "") + "," + one.formatted("BAD", 1) + "]}";
        Api.Answer refused = erp.post("/api/v1/products/batch", bad, "Accept-Language", "de-DE,en;q=0.5");
        JsonObject problem = refused.problem(422, "rows");
        assertThat(problem.getString("detail")).isEqualTo("Nichts wurde übernommen: 2 Fehler. Siehe \"errors\".");
        assertThat(refused.header("Content-Language")).isEqualTo("de");
        assertThat(refused.faults()).containsExactlyInAnyOrder("/rows/1/nameDe intake.missing", "/rows/2/number twice");
        erp.get("/api/v1/products/BAD-1").problem(404, "product.unknown");
        Api.Answer many =
                erp.post("/api/v1/products/batch", "{'rows': [" + rows + "," + one.formatted("BAT", 1000) + "]}");
        many.problem(400, "fields");
        assertThat(many.faults()).containsExactly("/rows many");
        erp.post(
                        "/api/v1/stock/batch",
                        "{'rows': [{'product': 'BAT-1', 'quantity': 5}, {'product': 'BAT-2', 'quantity': 6}]}")
                .is(200);
        assertThat(erp.get("/api/v1/stock/BAT-2").json().getInt("quantity")).isEqualTo(6);
        erp.post("/api/v1/prices/batch", "{'rows': [{'product': 'BAT-1', 'channel': 'DE', 'amount': '5,00'}]}")
                .is(200);
    }

    @Test
    void customersComeInAndGetTheirNumbers() throws Exception {
        Api crm = api(Role.CUSTOMER_FEED);
        String body =
                "{'firstName': 'Api', 'lastName': 'Linde', 'phones': ['030 5551234', '0171 5551235'], 'country': 'DE',"
                        + " 'street': 'Weg 1', 'postalCode': '10115', 'city': 'Berlin'}";
        String number = crm.post("/api/v1/customers", body).is(201).json().getString("number");
        assertThat(crm.post("/api/v1/customers", body).is(200).json().getString("number"))
                .as("known already")
                .isEqualTo(number);
        crm.put("/api/v1/customers/" + number, body.replace("Berlin", "Potsdam"))
                .is(200);
        JsonObject kept = crm.get("/api/v1/customers/" + number).is(200).json();
        assertThat(kept.getJsonArray("phones").getValuesAs(JsonString.class))
                .extracting(JsonString::getString)
                .containsExactly("+49305551234", "+491715551235");
        assertThat(kept.getJsonArray("addresses").getJsonObject(0).getString("city"))
                .isEqualTo("Potsdam");
        crm.put("/api/v1/customers/C99999999", body).problem(404, "customer.unknown");
        Api.Answer card = crm.post("/api/v1/customers", body.replace("Weg 1", "4111 1111 1111 1111"));
        card.problem(422, "rows");
        assertThat(card.faults()).containsExactly("/street payment.card.number");
        assertThat(card.response().body()).doesNotContain("4111");
        assertThat(crm.get("/api/v1/customers?limit=3").is(200).json().getJsonArray("items"))
                .hasSize(3);
        JsonObject batch = crm.post("/api/v1/customers/batch", "{'rows': [" + body.replace("Api", "Bpi") + "]}")
                .is(200)
                .json();
        assertThat(batch.getJsonArray("rows").getJsonObject(0).getString("number"))
                .startsWith("C");
    }

    @Test
    void aPostWithAKeyIsDoneOnce() throws Exception {
        OrderView order = placed("C20046");
        String path = "/api/v1/orders/" + order.number() + "/shipments";
        Api shipit = api(Role.FULFILMENT);
        String key = UUID.randomUUID().toString();
        String body = "{'reference': '%s', 'lines': [{'line': 1, 'quantity': 1}]}";
        Api.Answer first =
                shipit.post(path, body.formatted("A"), "Idempotency-Key", key).is(200);
        Api.Answer again =
                shipit.post(path, body.formatted("A"), "Idempotency-Key", key).is(200);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        shipit.post(path, body.formatted("B"), "Idempotency-Key", key).problem(422, "request.other");
        shipit.post(path, body.formatted("B"), "Idempotency-Key", "a b").problem(422, "request.key");
        // a refusal is given again, too
        String refusedKey = UUID.randomUUID().toString();
        String much = "{'reference': 'M', 'lines': [{'line': 1, 'quantity': 99999}]}";
        Api.Answer refused = shipit.post(path, much, "Idempotency-Key", refusedKey);
        refused.problem(422, "fulfilment.pieces");
        assertThat(shipit.post(path, much, "Idempotency-Key", refusedKey)
                        .response()
                        .body())
                .isEqualTo(refused.response().body());

        // all at once: one does it, the others are told its answer or that it is being done
        Api crm = api(Role.CUSTOMER_FEED);
        String same = UUID.randomUUID().toString();
        String person =
                "{'firstName': 'Eins', 'lastName': '%s', 'phones': ['030 5559876'], 'country': 'DE', 'street': 'Weg 1',"
                        + " 'postalCode': '10115', 'city': 'Berlin'}";
        String name = "X" + same.replaceAll("[^a-f]", "");
        Callable<Api.Answer> ask = () -> crm.post("/api/v1/customers", person.formatted(name), "Idempotency-Key", same);
        List<Api.Answer> answers = atOnce(List.of(ask, ask, ask, ask, ask, ask));
        assertThat(answers)
                .allMatch(a -> a.status() == 201 || a.status() == 409)
                .anyMatch(a -> a.status() == 201);
        assertThat(answers.stream()
                        .filter(a -> a.status() == 201)
                        .map(a -> a.response().body())
                        .distinct())
                .hasSize(1);
        answers.stream().filter(a -> a.status() == 409).forEach(a -> a.problem(409, "request.running"));
        assertThat(count("select count(*) from customer where last_name = '" + name + "'"))
                .isEqualTo(1);
        crm.post("/api/v1/customers", person.formatted(name), "Idempotency-Key", same)
                .is(201);
    }

    @Test
    void whatIsNoProperRequestIsSaidSo() throws Exception {
        OrderView order = placed("C20047");
        String path = "/api/v1/orders/" + order.number() + "/pick";
        Api api = api(Role.FULFILMENT, Role.ORDER_READER, Role.CATALOG_FEED);
        JsonObject malformed = api.post(path, "{'lines': [1,}").problem(400, "malformed");
        assertThat(malformed.getString("detail")).contains("line 1, column 14");
        api.post(path, "[]").problem(400, "fields");
        Api.Answer type = api.post(path, "{'lines': '1', 'line': 2}");
        type.problem(400, "fields");
        assertThat(type.faults()).containsExactlyInAnyOrder("/lines type", "/line unknown");
        Api.Answer missing = api.post("/api/v1/orders/" + order.number() + "/invoices", "{}");
        missing.problem(422, "rows");
        assertThat(missing.faults()).containsExactly("/number intake.missing");
        api.send("POST", path, "lines=1", "Content-Type", "application/x-www-form-urlencoded")
                .problem(415, "media-type");
        api.send("POST", path, "<a/>", "Content-Type", "text/xml").problem(415, "media-type");
        assertThat(api.send("DELETE", path, null).problem(405, "method")).isNotNull();
        api.get("/api/v1/nowhere").problem(404, "not-found");
        api.get("/api/v1/orders", "Accept", "text/csv").problem(406, "not-acceptable");
        api.post("/api/v1/orders/DE99999999/release", "{}").problem(404, "order.unknown");
        api.post(path, "{'lines': [" + " ".repeat(4 * 1024 * 1024) + "]}").problem(413, "too-large");
        assertThat(api.post("/api/v1/orders/DE99999999/release", "{}", "Accept-Language", "de")
                        .problem(404, "order.unknown")
                        .getString("title"))
                .isEqualTo("Nicht gefunden");
    }

    private Api api(String... scopes) throws Exception {
        return new Api(key(null, scopes).secret());
    }

    private IssuedKey key(@Nullable Instant end, String... scopes) throws Exception {
        String system = "it-" + UUID.randomUUID().toString().substring(0, 8);
        return KATRIN.call(() -> keys.create(system, Set.of(scopes), end));
    }

    private ApiKeyView view(IssuedKey issued) throws Exception {
        return KATRIN.call(() -> keys.all()).stream()
                .filter(k -> k.id() == issued.key().id())
                .findFirst()
                .orElseThrow();
    }

    /** Two cups, paid by card, whatever drafts there were. */
    private OrderView placed(String customer) throws Exception {
        OrderView begun = anna(() -> entry.start(new ChannelCode("DE"), new CustomerNumber(customer), null));
        if (!begun.lines().isEmpty()) {
            anna(() -> {
                entry.discard(begun.number(), begun.version());
                return true;
            });
            return placed(customer);
        }
        ProductNumber cup = anna(() -> products.search(begun.channel(), "becher", "de", 1))
                .get(0)
                .number();
        OrderView order = anna(() -> entry.add(begun.number(), begun.version(), cup, 2));
        Recap paid = anna(() -> checkout.payByCard(order.number(), "tok_visa", order.total()));
        Recap placed = anna(() -> checkout.submit(order.number(), paid.order().version(), UUID.randomUUID()));
        assertThat(placed.order().status()).isEqualTo(OrderStatus.PLACED);
        OrderNumber number = placed.order().number();
        assertThat(number).isEqualTo(order.number());
        return placed.order();
    }

    private static <T> T anna(Callable<T> work) throws Exception {
        return as("anna.schmidt", Role.AGENT).call(work);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
