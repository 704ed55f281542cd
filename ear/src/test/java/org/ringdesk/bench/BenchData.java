package org.ringdesk.bench;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** One sales channel, customers of whom the first ordered ten times each, and agents who may log in. */
final class BenchData {
    private BenchData() {}

    /** @param withOrders how many of the customers ordered before: these call */
    static void fill(Connection db, int customers, int withOrders, int agents) throws SQLException {
        try (Statement sql = db.createStatement()) {
            sql.execute("""
                    insert into sales_channel (id, code, name, legal_entity, order_prefix, country, currency, time_zone, language,
                        prices_include_tax, delivery_charge, version)
                    values (1, 'DE', 'Bench', 'Bench', 'DE', 'DE', 'EUR', 'Europe/Berlin', 'de', true, 4.90, 1);
                    insert into dialled_number (e164, channel_id, label, queue) values ('+493023125100', 1, 'Hotline', 'orders-de')
                    """);
            fillCustomers(sql, customers, withOrders);
            fillAgents(db, agents);
            sql.execute("analyze");
        }
    }

    private static void fillCustomers(Statement sql, int customers, int withOrders) throws SQLException {
        sql.execute("""
                insert into customer (id, number, first_name, last_name, language, country, search_name, search_text, on_account,
                    credit_limit, created_at, version)
                select 100000 + n, 'C' || (1000000 + n), 'First' || n %% 997, 'Last' || n %% 9973, 'de', 'DE',
                    'first' || n %% 997 || ' last' || n %% 9973,
                    'c' || (1000000 + n) || ' first' || n %% 997 || ' last' || n %% 9973 || ' +4930' || (40000000 + n) || ' 10115',
                    false, 0, now(), 1 from generate_series(1, %d) n
                """.formatted(customers));
        sql.execute("""
                insert into customer_phone (id, customer_id, position, e164, kind)
                select 100000 + n, 100000 + n, 1, '+4930' || (40000000 + n), 'HOME' from generate_series(1, %d) n
                """.formatted(customers));
        sql.execute("""
                insert into customer_address (id, customer_id, position, kind, street, postal_code, city, country)
                select 100000 + n, 100000 + n, 1, 'DELIVERY', 'Street ' || n, '10115', 'Berlin', 'DE'
                from generate_series(1, %d) n
                """.formatted(customers));
        sql.execute("""
                insert into sales_order (id, number, channel_id, customer_id, status, agent, currency, goods, charges, tax,
                    total, created_at, changed_at, placed_at, version)
                select 3000000 + n, 'DE' || (20000000 + n), 1, 100001 + n / 10, 'SHIPPED', 'bench', 'EUR', 20, 4.90, 3.98, 24.90,
                    now() - n %% 10 * interval '1 day', now(), now(), 1 from generate_series(0, %d - 1) n
                """.formatted(withOrders * 10));
    }

    private static void fillAgents(Connection db, int agents) throws SQLException {
        String hash = hash();
        try (PreparedStatement user = db.prepareStatement(
                        "insert into app_user (id, login, display_name, password_hash, language, endpoint, enabled, version)"
                                + " values (?, ?, ?, ?, 'en', ?, true, 1)");
                PreparedStatement role =
                        db.prepareStatement("insert into app_user_role (user_id, role) values (?, 'agent')");
                PreparedStatement channel =
                        db.prepareStatement("insert into channel_user (channel_id, user_id) values (1, ?)");
                PreparedStatement seat = db.prepareStatement(
                        "insert into agent_presence (login, wish, phone, endpoint, since, told, joined, version)"
                                + " values (?, 'READY', 'IDLE', ?, now(), true, true, 1)")) {
            for (int n = 0; n < agents; n++) {
                user.setLong(1, 100 + n);
                user.setString(2, "agent" + n);
                user.setString(3, "Agent " + n);
                user.setString(4, hash);
                user.setString(5, BenchDatabase.endpoint(n));
                user.executeUpdate();
                role.setLong(1, 100 + n);
                role.executeUpdate();
                channel.setLong(1, 100 + n);
                channel.executeUpdate();
                seat.setString(1, "agent" + n);
                seat.setString(2, BenchDatabase.endpoint(n));
                seat.executeUpdate();
            }
        }
    }

    /** In the form that {@link Pbkdf2PasswordHash} verifies; few rounds, for the bench does not measure logging in. */
    private static String hash() {
        byte[] salt = new byte[32];
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(BenchDatabase.PASSWORD.toCharArray(), salt, 2048, 512))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "PBKDF2WithHmacSHA512:2048:" + base64.encodeToString(salt) + ':' + base64.encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
