package org.ringdesk.catalog;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ringdesk.shared.Refusal;

/**
 * What distinguishes a product from its like: colour, size, material. Written {@code colour=red;size=M}; where the languages differ,
 * English and German with a bar between: {@code colour|Farbe=red|rot;size|Größe=M}.
 */
public record Attributes(List<Attribute> all) implements Serializable {
    public static final Attributes NONE = new Attributes(List.of());
    private static final int LONGEST = 1000;
    private static final int MOST = 20;

    public Attributes {
        all = List.copyOf(all);
    }

    public record Attribute(Text name, Text value) implements Serializable {}

    public record Text(String english, String german) implements Serializable {
        private static Text read(String written) {
            String[] parts = written.split("\\|", -1);
            String english = parts[0].strip();
            String german = parts.length == 2 ? parts[1].strip() : english;
            if (parts.length > 2 || english.isEmpty() || german.isEmpty()) {
                throw new Refusal("intake.attributes");
            }
            return new Text(english, german);
        }

        String in(String language) {
            return "de".equals(language) ? german : english;
        }

        @Override
        public String toString() {
            return english.equals(german) ? english : english + '|' + german;
        }
    }

    /** @throws Refusal {@code intake.attributes} */
    public static Attributes read(String written) {
        if (written.isBlank()) {
            return NONE;
        }
        List<String> parts =
                Arrays.stream(written.split(";")).filter(p -> !p.isBlank()).toList();
        if (written.length() > LONGEST || parts.size() > MOST) {
            throw new Refusal("intake.attributes");
        }
        return new Attributes(parts.stream().map(Attributes::attribute).toList());
    }

    private static Attribute attribute(String written) {
        String[] sides = written.split("=", -1);
        if (sides.length != 2) {
            throw new Refusal("intake.attributes");
        }
        return new Attribute(Text.read(sides[0]), Text.read(sides[1]));
    }

    /** For people, e.g. {@code colour red · size M}. */
    public String text(String language) {
        return all.stream()
                .map(a -> a.name().in(language) + ' ' + a.value().in(language))
                .collect(Collectors.joining(" · "));
    }

    /** As it is written. */
    @Override
    public String toString() {
        return all.stream().map(a -> a.name() + "=" + a.value()).collect(Collectors.joining(";"));
    }
}
