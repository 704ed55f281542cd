package org.ringdesk.pricing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.domain.Period;
import org.ringdesk.shared.LikePattern;
import org.ringdesk.shared.Refusal;

/** What the tables of rules do alike. */
@ApplicationScoped
class RuleRows {
    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    List<Row> rows(String sql, Map<String, ?> named) {
        return new Sql(sql, named).rows(em);
    }

    Optional<Row> row(String sql, Map<String, ?> named) {
        return rows(sql, named).stream().findFirst();
    }

    void execute(String sql, Map<String, ?> named) {
        new Sql(sql, named).executeOnce(em);
    }

    /** @throws Refusal {@code rules.changed} when there is no such row in that version any more */
    void update(String sql, Map<String, ?> named) {
        if (new Sql(sql, named).executeOnce(em) != 1) {
            throw new Refusal("rules.changed");
        }
    }

    long nextId() {
        return row("select nextval('ringdesk_seq'), 1 from cluster_turn where name = 'demo-data'", Map.of())
                .orElseThrow()
                .id();
    }

    /**
     * A page of a list.
     *
     * @param columns key, place, code, name, from, to, on
     * @param found the tables, and a condition on {@code :words}, a pattern in capitals
     */
    RuleList list(String columns, String found, String order, String words, int first, int most) {
        Map<String, ?> named = Map.of("words", LikePattern.contains(words.toUpperCase(Locale.ROOT)));
        int total = row("select count(*), 1 " + found, named).orElseThrow().number();
        List<RuleList.Row> page = rows(
                        "select " + columns + ' ' + found + " order by " + order + " limit " + most + " offset "
                                + first,
                        named)
                .stream()
                .map(RuleRows::listed)
                .toList();
        return new RuleList(page, total);
    }

    private static RuleList.Row listed(Row row) {
        String key = row.text();
        String place = shown(row.textOrNull());
        String code = row.text();
        String name = shown(row.textOrNull());
        Period valid = row.period();
        return new RuleList.Row(key, place, code, name, day(valid.from()), day(valid.to()), row.flag());
    }

    /** The id that a key stands for. @throws Refusal {@code rule.unknown} */
    static long id(String key) {
        if (!key.matches("\\d{1,18}")) {
            throw new Refusal("rule.unknown");
        }
        return Long.parseLong(key);
    }

    static String shown(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static String day(@Nullable LocalDate day) {
        return shown(day);
    }

    /** Without zeros behind it that say nothing. */
    static String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** Names that may have no value. */
    static Map<String, @Nullable Object> named(@Nullable Object... pairs) {
        Map<String, @Nullable Object> named = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            named.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return named;
    }

    List<String> texts(String sql) {
        return rows(sql, Map.of()).stream().map(Row::text).toList();
    }

    List<String> channels() {
        return texts("select c.code, c.id from sales_channel c order by c.code");
    }

    long channel(String code) {
        return row("select c.id, c.code from sales_channel c where c.code = :code", Map.of("code", code))
                .map(Row::id)
                .orElseThrow(() -> new Refusal("rule.choice").at("channel"));
    }

    List<String> taxClasses() {
        return texts("select distinct t.tax_class, 1 from tax_rate t order by t.tax_class");
    }

    List<String> categories() {
        return texts("select g.code, g.id from product_category g order by g.code");
    }

    Optional<Long> category(String code) {
        return row("select g.id, g.code from product_category g where g.code = :code", Map.of("code", code))
                .map(Row::id);
    }

    Optional<Long> product(String number) {
        return row("select p.id, p.number from product p where p.number = :number", Map.of("number", number))
                .map(Row::id);
    }

    /** @throws Refusal {@code rule.code.taken} */
    void mustBeFree(String table, long channel, String code) {
        row(
                        "select t.id, t.code from " + table + " t where t.channel_id = :channel and t.code = :code",
                        Map.of("channel", channel, "code", code))
                .ifPresent(taken -> {
                    throw new Refusal("rule.code.taken", code).at("code");
                });
    }
}
