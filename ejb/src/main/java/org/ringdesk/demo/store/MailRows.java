package org.ringdesk.demo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringdesk.demo.domain.Company.Channel;

/** How the channels write to their customers; their addresses are nobody's. */
final class MailRows {
    private static final List<String> KINDS = List.of("PLACED", "CHANGED", "SHIPPED", "CANCELLED", "REFUNDED");

    private final Connection database;
    private final Map<String, Long> channels;

    /** @param channels ids by code */
    MailRows(Connection database, Map<String, Long> channels) {
        this.database = database;
        this.channels = channels;
    }

    void write(List<Channel> all) throws SQLException {
        try (Batch profiles = new Batch(
                        database, "mail_profile", "channel_id, sender_name, sender_address, reply_to, version");
                Batch kinds = new Batch(database, "mail_profile_kind", "channel_id, kind");
                Batch languages = new Batch(database, "mail_profile_language", "channel_id, position, language")) {
            for (Channel c : all) {
                Long id = channels.get(c.code());
                String place = c.code().toLowerCase(Locale.ROOT) + ".shop.example";
                profiles.add(id, c.name(), "orders@" + place, "service@" + place, 1L);
                profiles.flush();
                for (String kind : KINDS) {
                    kinds.add(id, kind);
                }
                languages.add(id, 0, c.language());
                languages.add(id, 1, c.language().equals("de") ? "en" : "de");
            }
        }
    }
}
