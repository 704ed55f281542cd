package org.ringdesk.catalog;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of a product can be promised, and when.
 *
 * @param available base units, here called pieces, that are here and nobody's; below zero when more are claimed than are here
 * @param backorder whether more than are here may be ordered
 * @param leadDays how long new goods usually take, or null
 * @param receipts what is expected, by day
 */
public record Availability(
        int available, boolean backorder, @Nullable Integer leadDays, List<Receipt> receipts) implements Serializable {
    /** Nothing is known of it. */
    public static final Availability NONE = new Availability(0, true, null, List.of());

    /** As it is kept; nothing is counted of a product that never had any. */
    public record Count(
            boolean backorder,
            @Nullable Integer leadDays,
            @Nullable Integer onHand,
            @Nullable Integer reserved,
            @Nullable String expected) {}

    public static Availability of(Count kept) {
        int here = (kept.onHand == null ? 0 : kept.onHand) - (kept.reserved == null ? 0 : kept.reserved);
        List<Receipt> receipts = Receipt.readAll(kept.expected == null ? "" : kept.expected);
        return new Availability(here, kept.backorder, kept.leadDays, receipts);
    }

    /** Beside what somebody has claimed already, as much again is theirs to have. */
    public Availability with(int claimed) {
        return new Availability(available + claimed, backorder, leadDays, receipts);
    }

    /** So many are here and nobody's. */
    Availability now(int pieces) {
        return new Availability(pieces, backorder, leadDays, receipts);
    }

    /** How many of so many are not here. */
    public int missing(int pieces) {
        return Math.max(0, pieces - Math.max(0, available));
    }

    public boolean allows(int pieces) {
        return backorder || pieces <= available;
    }

    /**
     * When so many are with the customer: from the shelf, from the first receipt that covers them, or after the usual lead time.
     *
     * @param days working days from the shelf to the customer
     * @return nothing when nobody knows
     */
    public Optional<LocalDate> promise(int pieces, LocalDate today, int days) {
        return here(pieces, today).map(day -> later(day, days));
    }

    private Optional<LocalDate> here(int pieces, LocalDate today) {
        int wanting = pieces - available;
        if (wanting <= 0) {
            return Optional.of(today);
        }
        for (Receipt receipt : receipts) {
            // what is overdue is not counted on
            wanting -= receipt.day().isBefore(today) ? 0 : receipt.pieces();
            if (wanting <= 0) {
                return Optional.of(receipt.day());
            }
        }
        return Optional.ofNullable(leadDays).map(today::plusDays);
    }

    /** So many working days later, and never on a weekend. */
    private static LocalDate later(LocalDate from, int days) {
        LocalDate day = working(from);
        for (int i = 0; i < days; i++) {
            day = working(day.plusDays(1));
        }
        return day;
    }

    private static LocalDate working(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }
}
