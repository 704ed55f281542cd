package org.ringdesk.demo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.ringdesk.demo.domain.Conditions;
import org.ringdesk.payments.GiftCode;

/** Gift cards to try, with what was put on them. */
final class GiftCardRows {
    private static final String ADMIN = "katrin.brandt";

    private final Connection database;
    private final Sequences sequences;

    GiftCardRows(Connection database, Sequences sequences) {
        this.database = database;
        this.sequences = sequences;
    }

    void write(Instant at) throws SQLException {
        try (Batch cards = new Batch(
                        database,
                        "gift_card",
                        "id, code_hash, last_four, currency, balance, issued_at, issued_by, version");
                Batch entries =
                        new Batch(database, "gift_card_entry", "id, gift_card_id, kind, amount, balance, at, who")) {
            for (Conditions.GiftCard card : Conditions.giftCards()) {
                GiftCode code = GiftCode.read(card.code()).orElseThrow();
                String currency = card.amount().currency().getCurrencyCode();
                long id = sequences.id();
                cards.add(id, code.hash(), code.lastFour(), currency, card.amount(), at, ADMIN, 1L);
                cards.flush();
                entries.add(sequences.id(), id, "ISSUE", card.amount(), card.amount(), at, ADMIN);
            }
        }
    }
}
