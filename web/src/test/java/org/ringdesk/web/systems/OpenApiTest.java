package org.ringdesk.web.systems;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringdesk.catalog.PriceIntake;
import org.ringdesk.catalog.ProductIntake;
import org.ringdesk.catalog.ProductSheet;
import org.ringdesk.catalog.StockIntake;
import org.ringdesk.customers.CustomerIntake;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.FeedEvent;
import org.ringdesk.orders.LineStatus;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.ShipTo;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.intake.Intake;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.shared.intake.RowResult;

/** The document says what is there: every method, parameter, answer and field, and none more. */
class OpenApiTest {
    private static final JsonObject DOCUMENT = document();
    private static final Map<String, Method> METHODS = methods();

    private static final Map<String, Class<?>> ANSWERS = Map.ofEntries(
            Map.entry("Money", Money.class),
            Map.entry("OrderRow", OrderBody.Row.class),
            Map.entry("Order", OrderBody.class),
            Map.entry("OrderCustomer", OrderBody.Customer.class),
            Map.entry("Terms", OrderBody.Terms.class),
            Map.entry("ShipTo", ShipTo.class),
            Map.entry("Line", OrderBody.Line.class),
            Map.entry("HandCharge", OrderBody.HandCharge.class),
            Map.entry("Totals", OrderBody.Totals.class),
            Map.entry("Payment", OrderBody.Payment.class),
            Map.entry("Pieces", OrderBody.Pieces.class),
            Map.entry("Shipment", OrderBody.Shipment.class),
            Map.entry("Invoice", OrderBody.Invoice.class),
            Map.entry("Event", OrderBody.Event.class),
            Map.entry("Events", OrderEventsResource.Events.class),
            Map.entry("FeedEvent", FeedEvent.class),
            Map.entry("Progress", OrderBody.Progress.class),
            Map.entry("Step", OrderBody.Step.class),
            Map.entry("Product", ProductSheet.class),
            Map.entry("Price", ProductSheet.Price.class),
            Map.entry("Stock", StockFeed.Stock.class),
            Map.entry("Customer", CustomerFeed.Customer.class),
            Map.entry("Address", CustomerView.Address.class),
            Map.entry("Taken", Feed.Taken.class),
            Map.entry("TakenAll", Feed.TakenAll.class));

    @Test
    void everyMethodIsThereAndNoneMore() {
        assertThat(METHODS).hasSizeGreaterThan(20);
        Set<String> told = new TreeSet<>();
        DOCUMENT.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().keySet().forEach(verb -> told.add(verb + ' ' + path)));
        assertThat(told).isEqualTo(METHODS.keySet());
    }

    @Test
    void everyParameterIsThereAndNoneMore() {
        METHODS.forEach((name, method) -> {
            Set<String> wanted = new TreeSet<>();
            Stream.of(method.getParameters()).forEach(p -> {
                Stream.ofNullable(p.getAnnotation(PathParam.class)).forEach(a -> wanted.add("path " + a.value()));
                Stream.ofNullable(p.getAnnotation(QueryParam.class)).forEach(a -> wanted.add("query " + a.value()));
            });
            if (name.startsWith("post ")) {
                wanted.add("header " + Work.KEY);
            }
            assertThat(told(name, "parameters").stream()
                            .map(p -> p.getString("in") + ' ' + p.getString("name"))
                            .collect(Collectors.toSet()))
                    .as(name)
                    .isEqualTo(wanted);
            assertThat(operation(name).containsKey("requestBody"))
                    .as("body of %s", name)
                    .isEqualTo(method.isAnnotationPresent(Consumes.class));
        });
    }

    @Test
    void everyAnswerIsThereAndNoneMore() {
        METHODS.forEach((name, method) -> {
            Set<String> wanted = new TreeSet<>(Set.of("200", "400", "406", "500", "503"));
            if (method.isAnnotationPresent(Creates.class)) {
                wanted.add("201");
            }
            if (!Gate.scopes(method).isEmpty()) {
                wanted.addAll(Set.of("401", "403"));
            }
            if (method.isAnnotationPresent(Consumes.class)) {
                wanted.addAll(Set.of("409", "413", "415", "422"));
            }
            if (name.contains("{")) {
                wanted.add("404");
            }
            assertThat(operation(name).getJsonObject("responses").keySet())
                    .as(name)
                    .isEqualTo(wanted);
        });
    }

    @Test
    void everyScopeIsSaid() {
        METHODS.forEach((name, method) -> {
            JsonArray security = operation(name).getJsonArray("security");
            Set<String> scopes = security.isEmpty()
                    ? Set.of()
                    : strings(security.getJsonObject(0).getJsonArray("key"));
            assertThat(scopes).as(name).isEqualTo(Set.copyOf(Gate.scopes(method)));
        });
    }

    @Test
    void everyFieldOfAnAnswerIsThereAndNoneMore() {
        ANSWERS.forEach((name, type) -> {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            assertThat(schema(name).getJsonObject("properties").keySet())
                    .as(name)
                    .isEqualTo(components.stream().map(RecordComponent::getName).collect(Collectors.toSet()));
            assertThat(strings(schema(name).getJsonArray("required")))
                    .as("always in %s", name)
                    .isEqualTo(components.stream()
                            .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(RecordComponent::getName)
                            .collect(Collectors.toSet()));
        });
        METHODS.forEach((name, method) -> {
            String told = operation(name)
                    .getJsonObject("responses")
                    .getJsonObject("200")
                    .getJsonObject("content")
                    .getJsonObject("application/json")
                    .getJsonObject("schema")
                    .getString("$ref", "");
            if (method.getReturnType().isRecord()) {
                assertThat(ANSWERS.get(told.substring(told.lastIndexOf('/') + 1)))
                        .as(name)
                        .isEqualTo(method.getReturnType());
            }
        });
    }

    @Test
    void everyFieldOfARowIsThereAndNoneMore() {
        same("ProductToPut", new ProductIntake(), Set.of("number"));
        same("PriceToPut", new PriceIntake(), Set.of("product", "channel"));
        same("StockToPut", new StockIntake(), Set.of("product"));
        same("CustomerToPut", new CustomerIntake(), Set.of("number"));
        same("CustomerToAdd", new CustomerIntake(), Set.of());
        Map.of("Products", new ProductIntake(), "Prices", new PriceIntake(), "Stocks", new StockIntake())
                .forEach((name, intake) -> same(name, rows(name), intake, Set.of()));
    }

    private static void same(String name, Intake intake, Set<String> given) {
        same(name, schema(name), intake, given);
    }

    private static void same(String name, JsonObject schema, Intake intake, Set<String> given) {
        List<IntakeField> fields =
                intake.fields().stream().filter(f -> !given.contains(f.name())).toList();
        assertThat(schema.getJsonObject("properties").keySet())
                .as(name)
                .isEqualTo(fields.stream().map(Rows::name).collect(Collectors.toSet()));
        assertThat(strings(schema.getJsonArray("required")))
                .as("always in %s", name)
                .isEqualTo(fields.stream()
                        .filter(IntakeField::required)
                        .map(Rows::name)
                        .collect(Collectors.toSet()));
        assertThat(schema.getBoolean("additionalProperties")).isFalse();
    }

    private static JsonObject rows(String name) {
        JsonObject rows = schema(name).getJsonObject("properties").getJsonObject("rows");
        assertThat(rows.getInt("maxItems")).isEqualTo(Rows.MOST);
        return rows.getJsonObject("items");
    }

    @Test
    void everyWordIsThere() {
        words("OrderRow", "status", OrderStatus.values());
        words("Order", "status", OrderStatus.values());
        words("Progress", "status", OrderStatus.values());
        words("Line", "status", LineStatus.values());
        words("Step", "status", LineStatus.values());
        words("Payment", "method", PaymentMethod.values());
        words("Payment", "status", PaymentStatus.values());
        assertThat(strings(schema("Taken")
                        .getJsonObject("properties")
                        .getJsonObject("outcome")
                        .getJsonArray("enum")))
                .isEqualTo(names(RowResult.Outcome.ADDED, RowResult.Outcome.CHANGED, RowResult.Outcome.SAME));
    }

    private static void words(String schema, String property, Enum<?>... values) {
        assertThat(strings(schema(schema)
                        .getJsonObject("properties")
                        .getJsonObject(property)
                        .getJsonArray("enum")))
                .as("%s of %s", property, schema)
                .isEqualTo(names(values));
    }

    private static Set<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverythingIsReferredTo() {
        Set<String> references = new HashSet<>();
        collect(DOCUMENT, references);
        Set<String> there = new HashSet<>();
        for (String kind : List.of("schemas", "responses")) {
            DOCUMENT.getJsonObject("components")
                    .getJsonObject(kind)
                    .keySet()
                    .forEach(name -> there.add("#/components/" + kind + '/' + name));
        }
        assertThat(references).isEqualTo(there);
    }

    private static void collect(JsonValue value, Set<String> references) {
        if (value instanceof JsonObject object) {
            Stream.ofNullable(object.getString("$ref", null)).forEach(references::add);
            object.values().forEach(v -> collect(v, references));
        } else if (value instanceof JsonArray array) {
            array.forEach(v -> collect(v, references));
        }
    }

    /** By verb and path. */
    private static Map<String, Method> methods() {
        Map<String, Method> methods = new TreeMap<>();
        resources().forEach(resource -> {
            for (Method method : resource.getDeclaredMethods()) {
                Arrays.stream(method.getAnnotations())
                        .flatMap(a -> Stream.ofNullable(a.annotationType().getAnnotation(HttpMethod.class)))
                        .forEach(verb ->
                                methods.put(verb.value().toLowerCase(Locale.ROOT) + ' ' + path(method), method));
            }
        });
        return methods;
    }

    private static String path(Method method) {
        String root = method.getDeclaringClass().getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        return "/api/" + root + (own == null ? "" : '/' + own.value());
    }

    private static Stream<Class<?>> resources() {
        try (Stream<java.nio.file.Path> files =
                Files.list(java.nio.file.Path.of(OpenApi.class.getResource(".").toURI())
                        .resolve("../../../../../classes/org/ringdesk/web/systems")
                        .normalize())) {
            List<Class<?>> found = files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".class"))
                    .<Class<?>>map(f -> type(f.replace(".class", "")))
                    .filter(c -> c.isAnnotationPresent(Path.class) && !Modifier.isAbstract(c.getModifiers()))
                    .toList();
            return found.stream();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(OpenApi.class.getPackageName() + '.' + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject operation(String name) {
        String[] parts = name.split(" ");
        return DOCUMENT.getJsonObject("paths").getJsonObject(parts[1]).getJsonObject(parts[0]);
    }

    private static List<JsonObject> told(String name, String list) {
        JsonArray values = operation(name).getJsonArray(list);
        return values == null
                ? List.of()
                : values.getValuesAs(Function.<JsonValue>identity()).stream()
                        .map(JsonValue::asJsonObject)
                        .toList();
    }

    private static JsonObject schema(String name) {
        return Objects.requireNonNull(
                DOCUMENT.getJsonObject("components").getJsonObject("schemas").getJsonObject(name), name);
    }

    private static Set<String> strings(@Nullable JsonArray array) {
        return array == null
                ? Set.of()
                : array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toSet());
    }

    private static JsonObject document() {
        InputStream stream = Objects.requireNonNull(OpenApi.class.getResourceAsStream(OpenApi.DOCUMENT));
        try (JsonReader reader = Json.createReader(stream)) {
            return reader.readObject();
        }
    }
}
