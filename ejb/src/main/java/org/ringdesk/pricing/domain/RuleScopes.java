package org.ringdesk.pricing.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringdesk.shared.Refusal;

/**
 * What a discount is for as an admin types it: categories and numbers of products, {@code !} before those it is not for; nothing
 * for everything. Of a set every line is a group: how many pieces, a colon, and what they may be.
 */
public final class RuleScopes {
    private static final Pattern LINE = Pattern.compile("(?:\\s*(\\d{1,3})\\s*:)?(.*)");

    private RuleScopes() {}

    /** @param word a category's code or a product's number */
    public record Entry(int group, int pieces, boolean excluded, String word) {}

    /** @throws Refusal {@code rule.scope} with the line's number, {@code rule.scope.groups} */
    public static List<Entry> read(String kind, String typed) {
        boolean set = kind.equals("MIX");
        List<Entry> entries = new ArrayList<>();
        List<String> lines = typed.lines().filter(l -> !l.isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            String count = line.matches() ? line.group(1) : null;
            int pieces = count == null ? 1 : Integer.parseInt(count);
            List<String> words = words(line.group(2));
            if (pieces < 1 || !set && count != null || set && words.stream().allMatch(w -> w.startsWith("!"))) {
                throw new Refusal("rule.scope", i + 1).at("scope");
            }
            for (String word : words) {
                boolean excluded = word.startsWith("!");
                entries.add(new Entry(set ? i : 0, pieces, excluded, excluded ? word.substring(1) : word));
            }
        }
        if (set && entries.isEmpty()) {
            throw new Refusal("rule.scope.groups").at("scope");
        }
        return entries;
    }

    /** Codes and numbers between spaces, commas or lines. */
    public static List<String> words(String typed) {
        return Arrays.stream(typed.toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
    }

    /** As it would be typed. */
    public static String text(String kind, List<Entry> entries) {
        return entries.stream().collect(groupingBy(Entry::group, TreeMap::new, toList())).values().stream()
                .map(group -> (kind.equals("MIX") ? group.get(0).pieces + ": " : "")
                        + group.stream()
                                .map(e -> (e.excluded ? "!" : "") + e.word)
                                .collect(joining(" ")))
                .collect(joining("\n"));
    }
}
