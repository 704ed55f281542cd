package org.ringdesk.shared.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Refusal;

/** A row while it is read: hands out its texts and keeps what is wrong with them, so that all of it is said at once. */
public final class IntakeRow {
    private final Map<String, String> texts;
    private final Map<String, String> read = new LinkedHashMap<>();
    private final List<Refusal> faults = new ArrayList<>();

    public IntakeRow(Map<String, String> texts) {
        this.texts = texts;
    }

    public static List<IntakeRow> all(List<Map<String, String>> rows) {
        return rows.stream().map(IntakeRow::new).toList();
    }

    /** On one line; null when there is nothing to be seen. */
    public @Nullable String text(String field) {
        String text = texts.getOrDefault(field, "")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return text.isEmpty() ? null : text;
    }

    /** As the reader makes it of the text; null when there is none or the reader refuses it. */
    public <T> @Nullable T read(String field, Function<String, T> reader) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            T value = reader.apply(text);
            read.put(field, value.toString());
            return value;
        } catch (Refusal refusal) {
            refuse(field, refusal);
            return null;
        }
    }

    /** The same of a text that must be there. */
    public <T> @Nullable T need(String field, Function<String, T> reader) {
        if (text(field) == null) {
            refuse(field, new Refusal("intake.missing"));
            return null;
        }
        return read(field, reader);
    }

    /** Reads a text without a card number in it. */
    public static Function<String, String> line(int most) {
        return text -> {
            if (text.length() > most) {
                throw new Refusal("intake.long", most);
            }
            CardNumbers.keepOut(text);
            return text;
        };
    }

    /** What the subject has in the field, though it may not have been said. */
    public void say(String field, String value) {
        read.put(field, value);
    }

    public void refuse(String field, Refusal refusal) {
        faults.add(refusal.at(field));
    }

    public boolean isGood() {
        return faults.isEmpty();
    }

    /** @param outcome if it is good */
    public RowResult result(RowResult.Outcome outcome) {
        return new RowResult(isGood() ? outcome : RowResult.Outcome.BAD, read, List.copyOf(faults));
    }
}
