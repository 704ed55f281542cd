package org.ringdesk.demo.pictures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product pictures: the motifs of motifs.txt on a light tile, in the colours of the assortment. */
final class PictureBook {
    /** Main tone, its shadow and its light. */
    private record Tones(String fill, String shade, String light) {}

    private static final Map<String, Tones> COLOURS = Map.of(
            "blue", new Tones("#5b86b8", "#3f6595", "#a9c6e3"),
            "red", new Tones("#c5604f", "#9c4437", "#ebaa9c"),
            "green", new Tones("#7fa46b", "#5c8049", "#bcd4ab"),
            "mustard", new Tones("#dcaa3f", "#b3842a", "#f2d68e"),
            "grey", new Tones("#8b929c", "#686f7a", "#c9ced6"),
            "sand", new Tones("#d3b48c", "#ad8b62", "#eddcc2"),
            "plum", new Tones("#92628f", "#6e446c", "#cba7c8"),
            "teal", new Tones("#3f8f92", "#2a6b6f", "#9bcfcf"));

    private static final String FRAME = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="9" fill="#f6f1e8"/>\
            <g fill="none" stroke="#3a3a42" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
            %s
            </g></svg>
            """;

    private final Map<String, String> motifs;

    PictureBook() {
        try (InputStream in =
                Objects.requireNonNull(PictureBook.class.getResourceAsStream("/org/ringdesk/demo/motifs.txt"))) {
            motifs = Stream.of(new String(in.readAllBytes(), UTF_8).split("(?m)^== "))
                    .skip(1)
                    .map(paragraph -> paragraph.strip().split("\n", 2))
                    .collect(Collectors.toMap(part -> part[0], part -> part[1], (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new IllegalStateException("The motifs cannot be read", e);
        }
    }

    /** @param name as products name it: {@code motif-colour.svg} */
    String draw(String name) {
        String[] parts = name.replace(".svg", "").split("-");
        String motif = Objects.requireNonNull(motifs.get(parts[0]), name);
        Tones tones = Objects.requireNonNull(COLOURS.get(parts[1]), name);
        return FRAME.formatted(motif.replace("$fill", tones.fill)
                .replace("$shade", tones.shade)
                .replace("$light", tones.light));
    }
}
