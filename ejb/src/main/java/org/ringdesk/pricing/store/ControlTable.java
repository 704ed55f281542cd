package org.ringdesk.pricing.store;

import static java.util.stream.Collectors.joining;
import static org.ringdesk.pricing.store.RuleRows.named;
import static org.ringdesk.pricing.store.RuleRows.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.pricing.domain.TypedRule;
import org.ringdesk.shared.Refusal;

/** How a channel watches over prices by hand; the row of the margins has the version of all of it. */
@ApplicationScoped
class ControlTable implements RuleTable {
    private static final int SHORTEST = 15;
    private static final int LONGEST = 3600;
    private static final int USUAL = 120;
    private static final int LABEL = 60;

    @Inject
    private RuleRows rows;

    @Override
    public RuleList list(String words, int first, int most) {
        return rows.list(
                "c.code, cast(null as varchar(1)), c.code, c.name, cast(null as date), cast(null as date), true",
                "from sales_channel c where c.code like :words or upper(c.name) like :words",
                "c.code",
                words,
                first,
                most);
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        return rows.row("""
                        select m.acceptable, m.questionable, r.seconds, coalesce(m.version, 0) from sales_channel c
                        left join margin_rule m on m.channel_id = c.id left join price_request_rule r on r.channel_id = c.id
                        where c.code = :code
                        """, Map.of("code", key)).map(row -> sheet(key, row));
    }

    private RuleSheet sheet(String channel, Row row) {
        String acceptable = number(row.decimalOrNull());
        String questionable = number(row.decimalOrNull());
        BigDecimal seconds = row.decimalOrNull();
        String reasons = rows
                .rows(
                        "select r.code, r.label from override_reason r where r.channel_id = :channel order by r.position",
                        Map.of("channel", rows.channel(channel)))
                .stream()
                .map(r -> r.text() + ' ' + r.text())
                .collect(joining("\n"));
        Map<String, String> values = Map.of(
                "channel", channel,
                "acceptable", acceptable,
                "questionable", questionable,
                "seconds", seconds == null ? Integer.toString(USUAL) : number(seconds),
                "reasons", reasons);
        return new RuleSheet(RuleKind.CONTROL, channel, row.id(), values);
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of("channel", rows.channels());
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        long channel = rows.channel(key);
        BigDecimal acceptable =
                typed.decimalOrNull("acceptable", "-1000", "100", 3).orElse(null);
        BigDecimal questionable =
                typed.decimalOrNull("questionable", "-1000", "100", 3).orElse(null);
        if ((acceptable == null) != (questionable == null)
                || acceptable != null && questionable != null && questionable.compareTo(acceptable) > 0) {
            throw new Refusal("rule.margin").at("questionable");
        }
        Map<String, @Nullable Object> row = named(
                "channel", channel,
                "version", version,
                "acceptable", acceptable,
                "questionable", questionable,
                "seconds", typed.whole("seconds", SHORTEST, LONGEST));
        List<String> reasons = reasons(typed.raw("reasons"));
        if (version == 0) {
            rows.execute(
                    "insert into margin_rule (channel_id, acceptable, questionable, version)"
                            + " values (:channel, :acceptable, :questionable, 1)",
                    row);
        } else {
            rows.update("""
                    update margin_rule set acceptable = :acceptable, questionable = :questionable, version = version + 1
                    where channel_id = :channel and version = :version
                    """, row);
        }
        rows.execute("delete from price_request_rule where channel_id = :channel", row);
        rows.execute(
                "insert into price_request_rule (channel_id, seconds, version) values (:channel, :seconds, 1)", row);
        rows.execute("delete from override_reason where channel_id = :channel", row);
        for (int i = 0; i < reasons.size(); i++) {
            String[] parts = reasons.get(i).split("\\s+", 2);
            rows.execute(
                    "insert into override_reason (channel_id, position, code, label) values (:channel, :position, :code, :label)",
                    Map.of("channel", channel, "position", i, "code", parts[0], "label", parts[1]));
        }
        return key;
    }

    /** One a line: a code, then what agents read. @throws Refusal {@code rule.reasons} with the line's number */
    private static List<String> reasons(String typed) {
        List<String> lines =
                typed.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("\\s+", 2);
            boolean right =
                    parts[0].matches("[A-Z0-9][A-Z0-9-]{1,19}") && parts.length == 2 && parts[1].length() <= LABEL;
            if (!right || !seen.add(parts[0])) {
                throw new Refusal("rule.reasons", i + 1).at("reasons");
            }
        }
        return lines;
    }
}
