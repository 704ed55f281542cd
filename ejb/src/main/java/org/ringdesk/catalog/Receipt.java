package org.ringdesk.catalog;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.ringdesk.shared.Refusal;

/** Goods that are expected. Many are written {@code 2026-12-07:40;2026-12-21:100}. */
public record Receipt(LocalDate day, int pieces) implements Serializable {
    private static final int MOST = 25;

    /** By day. @throws Refusal {@code intake.expected} */
    public static List<Receipt> readAll(String written) {
        List<Receipt> all = Arrays.stream(written.split(";"))
                .filter(part -> !part.isBlank())
                .map(Receipt::read)
                .sorted(Comparator.comparing(Receipt::day))
                .toList();
        if (all.size() > MOST || all.stream().map(Receipt::day).distinct().count() < all.size()) {
            throw new Refusal("intake.expected");
        }
        return all;
    }

    private static Receipt read(String written) {
        String[] parts = written.strip().split("\\s*:\\s*");
        if (parts.length != 2 || !parts[1].matches("[1-9]\\d{0,7}")) {
            throw new Refusal("intake.expected");
        }
        try {
            return new Receipt(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]));
        } catch (DateTimeException e) {
            throw new Refusal("intake.expected");
        }
    }

    public static String write(List<Receipt> all) {
        return all.stream().map(r -> r.day() + ":" + r.pieces()).collect(Collectors.joining(";"));
    }
}
