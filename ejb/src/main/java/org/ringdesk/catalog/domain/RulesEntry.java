package org.ringdesk.catalog.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.intake.IntakeRow;

/** What comes in of how a product is sold; what is null was not said. */
public record RulesEntry(
        @Nullable Boolean backorder,
        @Nullable Integer leadDays,
        @Nullable LocalDate sellFrom,
        @Nullable LocalDate sellTo,
        @Nullable Boolean shipAlone,
        @Nullable Boolean adjustable,
        @Nullable Boolean returnable) {
    private static final Set<String> YES = Set.of("yes", "true", "1", "ja");
    private static final Set<String> NO = Set.of("no", "false", "0", "nein");

    static RulesEntry of(IntakeRow row) {
        LocalDate from = row.read("sell_from", RulesEntry::day);
        LocalDate to = row.read("sell_to", RulesEntry::day);
        if (from != null && to != null && to.isBefore(from)) {
            row.refuse("sell_to", new Refusal("intake.day.order"));
        }
        return new RulesEntry(
                row.read("backorder", RulesEntry::yesOrNo),
                row.read("lead_days", RulesEntry::days),
                from,
                to,
                row.read("ship_alone", RulesEntry::yesOrNo),
                row.read("price_adjustable", RulesEntry::yesOrNo),
                row.read("returnable", RulesEntry::yesOrNo));
    }

    static Boolean yesOrNo(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new Refusal("intake.yes-or-no");
        }
        return YES.contains(word);
    }

    private static Integer days(String text) {
        if (!text.matches("\\d{1,3}")) {
            throw new Refusal("intake.days");
        }
        return Integer.valueOf(text);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal("intake.day");
        }
    }
}
