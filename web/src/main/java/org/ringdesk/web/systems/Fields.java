package org.ringdesk.web.systems;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;

/** An object of a request's body while it is read: what is wrong with its fields is said at once, each at its place. */
final class Fields {
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private final JsonObject object;
    private final String pointer;
    private final List<Fault> faults;
    private final Set<String> read = new HashSet<>();

    Fields(JsonObject object) {
        this(object, "", new ArrayList<>());
    }

    Fields(JsonObject object, String pointer, List<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    String at(String name) {
        return pointer + '/' + escaped(name);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** A text; null when there is none, or it is none. */
    @Nullable
    String text(String name) {
        JsonValue value = value(name);
        if (value == null || value instanceof JsonString) {
            return value == null ? null : ((JsonString) value).getString();
        }
        wrong(name, "string");
        return null;
    }

    /** A text that must be there; where it is not, an empty one that nobody gets to see. */
    String needed(String name) {
        String text = text(name);
        if (text == null && value(name) == null) {
            faults.add(Fault.field(at(name), new Refusal("intake.missing")));
        }
        return text == null ? "" : text;
    }

    /** Positions of lines; none when there is no such field. */
    Set<Integer> positions(String name) {
        Set<Integer> positions = new TreeSet<>();
        List<? extends JsonValue> values = array(name);
        for (int i = 0; i < values.size(); i++) {
            Integer position = count(values.get(i));
            if (position == null) {
                faults.add(Fault.field(at(name) + '/' + i, Fault.Flaw.TYPE, "integer"));
            } else {
                positions.add(position);
            }
        }
        return positions;
    }

    /** How many pieces of which line. */
    Map<Integer, Integer> pieces(String name) {
        Map<Integer, Integer> pieces = new TreeMap<>();
        List<? extends JsonValue> values = array(name);
        for (int i = 0; i < values.size(); i++) {
            String place = at(name) + '/' + i;
            if (!(values.get(i) instanceof JsonObject one)) {
                faults.add(Fault.field(place, Fault.Flaw.TYPE, "object"));
                continue;
            }
            Fields each = new Fields(one, place, faults);
            int line = each.count("line");
            int quantity = each.count("quantity");
            each.noOthers();
            if (pieces.putIfAbsent(line, quantity) != null) {
                faults.add(Fault.field(place + "/line", Fault.Flaw.TWICE));
            }
        }
        return pieces;
    }

    private int count(String name) {
        JsonValue value = value(name);
        Integer count = value == null ? null : count(value);
        if (value == null) {
            faults.add(Fault.field(at(name), new Refusal("intake.missing")));
        } else if (count == null) {
            wrong(name, "integer");
        }
        return count == null ? 0 : count;
    }

    private static @Nullable Integer count(JsonValue value) {
        return value instanceof JsonNumber && COUNT.matcher(value.toString()).matches()
                ? Integer.valueOf(value.toString())
                : null;
    }

    List<? extends JsonValue> array(String name) {
        JsonValue value = value(name);
        if (value instanceof JsonArray array) {
            return array;
        }
        if (value != null) {
            wrong(name, "array");
        }
        return List.of();
    }

    @Nullable
    JsonValue value(String name) {
        read.add(name);
        JsonValue value = object.get(name);
        return value == null || value == JsonValue.NULL ? null : value;
    }

    void wrong(String name, String type) {
        faults.add(Fault.field(at(name), Fault.Flaw.TYPE, type));
    }

    void noOthers() {
        object.keySet().stream()
                .filter(name -> !read.contains(name))
                .forEach(name -> faults.add(Fault.field(at(name), Fault.Flaw.UNKNOWN)));
    }

    /** @throws Rejected with all that was wrong, and fields that nobody asked for */
    void end() {
        noOthers();
        if (!faults.isEmpty()) {
            boolean refused = faults.stream().allMatch(f -> f.refusal() != null);
            throw new Rejected(refused ? Trouble.ROWS : Trouble.FIELDS, faults, faults.size());
        }
    }
}
