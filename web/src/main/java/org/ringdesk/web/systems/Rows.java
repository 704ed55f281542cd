package org.ringdesk.web.systems;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.shared.intake.IntakeField.Content;
import org.ringdesk.shared.intake.RowResult;

/** JSON as the rows of texts that front doors take in: {@code nameEn} is the field {@code name_en}, several phones are an array. */
final class Rows {
    static final int MOST = 1000;

    private static final String PHONES = "phones";

    private final List<IntakeField> fields;

    Rows(List<IntakeField> fields) {
        this.fields = fields;
    }

    /** @param given fields that the address says, and the body must not */
    Map<String, String> one(JsonObject body, Map<String, String> given) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> row = row(body, "", given.keySet(), faults);
        check(faults);
        row.putAll(given);
        return row;
    }

    List<Map<String, String>> all(JsonObject body) {
        Fields whole = new Fields(body);
        List<? extends JsonValue> rows = whole.array("rows");
        if (whole.value("rows") == null) {
            whole.needed("rows");
        }
        whole.end();
        if (rows.size() > MOST) {
            throw new Rejected(Trouble.FIELDS, List.of(Fault.field("/rows", Fault.Flaw.MANY, MOST)));
        }
        List<Fault> faults = new ArrayList<>();
        List<Map<String, String>> texts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof JsonObject row) {
                texts.add(row(row, "/rows/" + i, Set.of(), faults));
            } else {
                faults.add(Fault.field("/rows/" + i, Fault.Flaw.TYPE, "object"));
            }
        }
        check(faults);
        return texts;
    }

    private static void check(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Rejected(Trouble.FIELDS, faults);
        }
    }

    private Map<String, String> row(JsonObject object, String pointer, Set<String> given, List<Fault> faults) {
        Fields body = new Fields(object, pointer, faults);
        Map<String, String> row = new HashMap<>();
        for (IntakeField field : fields) {
            if (given.contains(field.name())) {
                continue;
            }
            String name = name(field);
            JsonValue value = body.value(name);
            String text = value == null ? "" : field.content() == Content.PHONES ? phones(value) : text(value);
            if (text == null) {
                body.wrong(name, field.content() == Content.PHONES ? "array" : "string");
            } else {
                row.put(field.name(), text);
            }
        }
        body.noOthers();
        return row;
    }

    /** As written, but without zeros at the end, which may be meant as anything. Never expanded: it may have any exponent. */
    private static @Nullable String text(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber number) {
            String written = number.toString();
            return written.matches("-?\\d+\\.\\d+") ? written.replaceAll("\\.?0+$", "") : written;
        }
        return switch (value.getValueType()) {
            case TRUE -> "true";
            case FALSE -> "false";
            default -> null;
        };
    }

    private static @Nullable String phones(JsonValue value) {
        return value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)
                ? array.stream().map(v -> ((JsonString) v).getString()).collect(Collectors.joining(" | "))
                : null;
    }

    /** What is wrong with the rows, each at its field. */
    List<Fault> faults(List<RowResult> results, boolean single) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            String pointer = single ? "" : "/rows/" + i;
            results.get(i).faults().forEach(refusal -> faults.add(Fault.field(pointer + place(refusal), refusal)));
        }
        return faults;
    }

    private static String key(Map<String, String> row, IntakeField field) {
        return row.getOrDefault(field.name(), "").strip().toUpperCase(java.util.Locale.ROOT);
    }

    /** Those that say again what an earlier one says. */
    List<Fault> doubles(List<Map<String, String>> rows) {
        List<IntakeField> keys = fields.stream().filter(IntakeField::key).toList();
        Map<List<String>, Integer> first = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            List<String> key = keys.stream().map(k -> key(row, k)).toList();
            boolean nameless = key.stream().allMatch(String::isEmpty)
                    || keys.stream().anyMatch(k -> k.required() && key(row, k).isEmpty());
            Integer before = nameless ? null : first.putIfAbsent(key, i);
            if (before != null) {
                String pointer = "/rows/" + i + '/' + name(keys.get(0));
                faults.add(Fault.field(pointer, Fault.Flaw.TWICE, before));
            }
        }
        return faults;
    }

    private String place(Refusal refusal) {
        return Stream.ofNullable(refusal.field())
                .map(field -> fields.stream()
                        .filter(f -> f.name().equals(field))
                        .map(Rows::name)
                        .findFirst()
                        .orElse(field))
                .map(name -> '/' + Fields.escaped(name))
                .findFirst()
                .orElse("");
    }

    /** As it is called in JSON. */
    static String name(IntakeField field) {
        if (field.content() == Content.PHONES) {
            return PHONES;
        }
        StringBuilder name = new StringBuilder();
        for (String word : field.name().split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
