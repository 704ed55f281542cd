package org.ringdesk.demo.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.ringdesk.demo.domain.Conditions;
import org.ringdesk.shared.Role;

/** Modes of delivery, charges and hold codes of the channels. */
final class ConditionRows {
    private static final String STANDARD = "STANDARD";

    private final Connection database;
    private final Sequences sequences;
    private final Map<String, Long> channels;

    /** @param channels ids by code */
    ConditionRows(Connection database, Sequences sequences, Map<String, Long> channels) {
        this.database = database;
        this.sequences = sequences;
        this.channels = channels;
    }

    void write() throws SQLException {
        modes();
        charges();
        holds();
        tenders();
    }

    private void tenders() throws SQLException {
        try (Batch rules = new Batch(
                database,
                "tender_rule",
                "channel, tolerance, tolerance_percent, check_hold_above, check_hold_days, check_refund, prepayment_days,"
                        + " version")) {
            for (Conditions.Tender t : Conditions.tenders()) {
                rules.add(
                        t.channel(),
                        new BigDecimal(t.tolerance()),
                        new BigDecimal(t.percent()),
                        new BigDecimal(t.holdAbove()),
                        t.holdDays(),
                        "CHECK",
                        t.days(),
                        1L);
            }
        }
    }

    private void modes() throws SQLException {
        try (Batch modes =
                new Batch(database, "delivery_mode", "channel_id, position, code, name, needs_address, days")) {
            for (String channel : channels.keySet()) {
                int position = 0;
                for (Conditions.Mode m : Conditions.modes(channel)) {
                    modes.add(channels.get(channel), position++, m.code(), m.name(), m.needsAddress(), m.days());
                }
            }
        }
    }

    private void charges() throws SQLException {
        try (Batch charges = new Batch(
                        database, "charge", "id, channel_id, code, name, level, delivery_mode, tax_class, version");
                Batch steps = new Batch(database, "charge_step", "charge_id, from_value, basis, charged")) {
            for (Conditions.Charge c : Conditions.charges()) {
                long id = sequences.id();
                charges.add(id, channels.get(c.channel()), c.code(), c.name(), c.level(), c.mode(), STANDARD, 1L);
                charges.flush();
                steps.add(id, BigDecimal.ZERO, "FIXED", new BigDecimal(c.amount()));
            }
        }
        try (Batch codes = new Batch(database, "manual_charge", "channel_id, position, code, label, tax_class, most")) {
            int position = 0;
            for (Conditions.HandCharge c : Conditions.handCharges()) {
                codes.add(
                        channels.get(c.channel()), position++, c.code(), c.label(), STANDARD, new BigDecimal(c.most()));
            }
        }
    }

    private void holds() throws SQLException {
        try (Batch codes =
                new Batch(database, "hold_code", "channel_id, position, code, label, reason_needed, releases_stock")) {
            int position = 0;
            for (Conditions.Hold h : Conditions.holds()) {
                codes.add(
                        channels.get(h.channel()),
                        position++,
                        h.code(),
                        h.label(),
                        h.reasonNeeded(),
                        h.code().equals("FRAUD"));
            }
        }
        try (Batch roles = new Batch(database, "hold_code_role", "channel_id, code, role, may_hold, may_clear")) {
            for (Conditions.Hold h : Conditions.holds()) {
                for (String role : List.of(Role.AGENT, Role.SUPERVISOR, Role.HOLDS)) {
                    roles.add(
                            channels.get(h.channel()),
                            h.code(),
                            role,
                            h.byHand() && role.equals(Role.AGENT),
                            h.clearing().contains(role));
                }
            }
        }
    }
}
