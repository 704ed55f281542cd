package org.ringdesk.demo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ringdesk.demo.domain.Company;
import org.ringdesk.demo.domain.Company.Channel;
import org.ringdesk.demo.domain.Company.Person;

/** Channels with what they are called on, users with where they sit. */
final class AdministrationRows {
    private final Connection database;
    private final Sequences sequences;

    AdministrationRows(Connection database, Sequences sequences) {
        this.database = database;
        this.sequences = sequences;
    }

    /** @return channel ids by code */
    Map<String, Long> write(Company company, Logins logins) throws SQLException {
        Map<String, Long> channels = channels(company.channels());
        try (Batch numbers = new Batch(database, "dialled_number", "e164, channel_id, label, queue")) {
            for (Company.Hotline hotline : company.hotlines()) {
                numbers.add(hotline.e164(), channels.get(hotline.channel()), hotline.label(), hotline.queue());
            }
        }
        staff(company.staff(), logins, channels);
        queues(company);
        return channels;
    }

    private void queues(Company company) throws SQLException {
        try (Batch rules = new Batch(
                database,
                "queue_rule",
                "queue, name, after_call, limit_seconds, extensions, extension_seconds, code_required, version")) {
            for (Company.Queue q : company.queues()) {
                rules.add(
                        q.queue(),
                        q.name(),
                        q.afterCall(),
                        q.limit(),
                        q.extensions(),
                        q.extension(),
                        q.codeRequired(),
                        1L);
            }
        }
        Map<String, List<Company.Code>> lists =
                company.codes().stream().collect(Collectors.groupingBy(Company.Code::channel));
        try (Batch channels = new Batch(database, "channel_rule", "channel, version")) {
            for (String channel : lists.keySet()) {
                channels.add(channel, 1L);
            }
        }
        try (Batch codes = new Batch(database, "channel_wrap_up_code", "channel, position, code, label")) {
            for (List<Company.Code> list : lists.values()) {
                for (int i = 0; i < list.size(); i++) {
                    codes.add(
                            list.get(i).channel(),
                            i,
                            list.get(i).code(),
                            list.get(i).label());
                }
            }
        }
    }

    private Map<String, Long> channels(List<Channel> all) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        try (Batch channels = new Batch(
                database,
                "sales_channel",
                "id, code, name, legal_entity, order_prefix, country, currency, time_zone, language,"
                        + " prices_include_tax, delivery_charge, free_delivery_above, version")) {
            for (Channel c : all) {
                long id = sequences.id();
                ids.put(c.code(), id);
                channels.add(
                        id,
                        c.code(),
                        c.name(),
                        c.legalEntity(),
                        c.orderPrefix(),
                        c.country(),
                        c.currency(),
                        c.zone(),
                        c.language(),
                        true,
                        c.deliveryCharge(),
                        c.freeDeliveryAbove(),
                        1L);
            }
        }
        try (Batch methods = new Batch(database, "channel_payment_method", "channel_id, method")) {
            for (Channel c : all) {
                for (String method : c.paymentMethods()) {
                    methods.add(ids.get(c.code()), method);
                }
            }
        }
        return ids;
    }

    private void staff(List<Person> staff, Logins logins, Map<String, Long> channels) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        try (Batch users = new Batch(
                database, "app_user", "id, login, display_name, password_hash, language, endpoint, enabled, version")) {
            for (Person p : staff) {
                long id = sequences.id();
                ids.put(p.login(), id);
                String hash = logins.hashes().get();
                users.add(id, p.login(), p.displayName(), hash, p.language(), p.endpoint(), logins.enabled(), 1L);
            }
        }
        try (Batch roles = new Batch(database, "app_user_role", "user_id, role");
                Batch places = new Batch(database, "channel_user", "channel_id, user_id");
                Batch queues = new Batch(database, "queue_membership", "user_id, queue, penalty")) {
            for (Person p : staff) {
                Long id = Objects.requireNonNull(ids.get(p.login()));
                roles.add(id, p.role());
                for (String right : p.rights()) {
                    roles.add(id, right);
                }
                for (String channel : p.channels()) {
                    places.add(channels.get(channel), id);
                }
                for (Company.Place place : p.queues()) {
                    queues.add(id, place.queue(), place.penalty());
                }
            }
        }
    }
}
