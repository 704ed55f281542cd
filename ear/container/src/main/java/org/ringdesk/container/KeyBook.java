package org.ringdesk.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The keys of other systems as admins left them, read anew each time: one that was revoked opens nothing from then on. */
@ApplicationScoped
public class KeyBook {
    private static final int PREFIX = 11;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final String FIND = "select k.id, k.secret_hash, k.system_name, k.used_at, s.scope from api_key k"
            + " join api_key_scope s on s.key_id = k.id"
            + " where k.prefix = ? and k.revoked_at is null and (k.ends_at is null or k.ends_at > ?)";

    @Resource(lookup = "java:jboss/datasources/ringdesk")
    private DataSource database;

    private final Clock clock = Clock.systemUTC();

    /** @param scopes roles */
    record Known(String system, Set<String> scopes) {}

    Optional<Known> find(String secret) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(clock);
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, secret.substring(0, PREFIX));
            find.setObject(2, now);
            long id = 0;
            String system = "";
            boolean toNote = false;
            Set<String> scopes = new HashSet<>();
            byte[] hash = hash(secret);
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    if (!MessageDigest.isEqual(hash, HexFormat.of().parseHex(rows.getString(2)))) {
                        return Optional.empty();
                    }
                    id = rows.getLong(1);
                    system = rows.getString(3);
                    OffsetDateTime used = rows.getObject(4, OffsetDateTime.class);
                    toNote = used == null || used.isBefore(now.minus(NOTED_EVERY));
                    scopes.add(rows.getString(5));
                }
            }
            if (toNote) {
                note(connection, id, now);
            }
            return scopes.isEmpty() ? Optional.empty() : Optional.of(new Known(system, scopes));
        }
    }

    /** That it was used: of two at the same time one writes it. */
    private static void note(Connection connection, long id, OffsetDateTime now) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(
                "update api_key set used_at = ? where id = ? and (used_at is null or used_at < ?)")) {
            note.setObject(1, now);
            note.setLong(2, id);
            note.setObject(3, now.minus(NOTED_EVERY));
            note.executeUpdate();
        }
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
