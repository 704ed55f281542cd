package org.ringdesk.pricing.store;

import static java.util.stream.Collectors.joining;
import static org.ringdesk.pricing.store.RuleRows.named;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.pricing.domain.RuleScopes;
import org.ringdesk.pricing.domain.TypedRule;
import org.ringdesk.shared.Refusal;

/** Price groups with their channels and customers. Customers join and leave by their numbers; there may be many. */
@ApplicationScoped
class GroupTable implements RuleTable {
    private static final int SHOWN = 50;

    @Inject
    private RuleRows rows;

    @Override
    public RuleList list(String words, int first, int most) {
        return rows.list(
                "g.id, cast(null as varchar(1)), g.code, g.name, cast(null as date), cast(null as date), true",
                "from price_group g where g.code like :words or upper(g.name) like :words",
                "g.code",
                words,
                first,
                most);
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        Map<String, ?> id = Map.of("id", RuleRows.id(key));
        return rows.row("select g.code, g.name, g.version from price_group g where g.id = :id", id)
                .map(row -> sheet(key, id, row));
    }

    private RuleSheet sheet(String key, Map<String, ?> id, Row row) {
        String code = row.text();
        Map<String, String> values =
                Map.of("code", code, "name", row.text(), "channels", channels(id), "members", members(id));
        return new RuleSheet(RuleKind.GROUP, key, row.id(), values);
    }

    private String channels(Map<String, ?> id) {
        return rows
                .rows(
                        "select c.code, c.id from price_group_channel m join sales_channel c on c.id = m.channel_id"
                                + " where m.group_id = :id order by c.code",
                        id)
                .stream()
                .map(Row::text)
                .collect(joining("\n"));
    }

    /** How many there are, and the first of them. */
    private String members(Map<String, ?> id) {
        int all = rows.row("select count(*), 1 from price_group_customer m where m.group_id = :id", id)
                .orElseThrow()
                .number();
        String first = rows
                .rows(
                        "select c.number, c.id from price_group_customer m join customer c on c.id = m.customer_id"
                                + " where m.group_id = :id order by c.number limit " + SHOWN,
                        id)
                .stream()
                .map(Row::text)
                .collect(joining(" "));
        return all + (all == 0 ? "" : ": " + first) + (all > SHOWN ? " …" : "");
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of();
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        boolean fresh = key.isEmpty();
        String code = typed.code("code", 20);
        if (fresh) {
            rows.row("select g.id, g.code from price_group g where g.code = :code", Map.of("code", code))
                    .ifPresent(taken -> {
                        throw new Refusal("rule.code.taken", code).at("code");
                    });
        }
        long id = fresh ? rows.nextId() : RuleRows.id(key);
        Map<String, ?> row = named("id", id, "version", version, "code", code, "name", typed.text("name", 80));
        if (fresh) {
            rows.execute("insert into price_group (id, code, name, version) values (:id, :code, :name, 1)", row);
        } else {
            rows.update(
                    "update price_group set name = :name, version = version + 1 where id = :id and version = :version",
                    row);
            rows.execute("delete from price_group_channel where group_id = :id", row);
        }
        RuleScopes.words(typed.raw("channels")).forEach(channel -> sellIn(id, channel));
        RuleScopes.words(typed.raw("leave"))
                .forEach(number -> rows.execute(
                        "delete from price_group_customer where group_id = :id and customer_id = :customer",
                        Map.of("id", id, "customer", customer("leave", number))));
        RuleScopes.words(typed.raw("join"))
                .forEach(number -> rows.execute("""
                insert into price_group_customer (customer_id, group_id)
                select c.id, cast(:id as bigint) from customer c where c.id = :customer
                  and not exists (select 1 from price_group_customer m where m.customer_id = c.id and m.group_id = :id)
                """, Map.of("id", id, "customer", customer("join", number))));
        return Long.toString(id);
    }

    private void sellIn(long group, String channel) {
        if (!rows.channels().contains(channel)) {
            throw new Refusal("rule.word.unknown", channel).at("channels");
        }
        rows.execute(
                "insert into price_group_channel (channel_id, group_id) values (:channel, :group)",
                Map.of("channel", rows.channel(channel), "group", group));
    }

    /** Who was merged is known by either number. */
    private long customer(String field, String number) {
        return rows.row(
                        "select coalesce(c.merged_into, c.id), c.number from customer c where c.number = :number",
                        Map.of("number", number))
                .map(Row::id)
                .orElseThrow(() -> new Refusal("rule.word.unknown", number).at(field));
    }
}
