package org.ringdesk.pricing.store;

import static org.ringdesk.pricing.store.RuleRows.named;
import static org.ringdesk.pricing.store.RuleRows.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleList;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.pricing.domain.TypedRule;
import org.ringdesk.shared.Role;

/** How far each role may move prices by hand. A role that nobody has set a limit for may not. */
@ApplicationScoped
class LimitTable implements RuleTable {
    private static final List<String> ROLES = List.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    @Inject
    private RuleRows rows;

    @Override
    public RuleList list(String words, int first, int most) {
        List<RuleList.Row> all = ROLES.stream()
                .map(role -> new RuleList.Row(
                        role, "", role, "", "", "", stored(role).isPresent()))
                .toList();
        return new RuleList(all.stream().skip(first).limit(most).toList(), all.size());
    }

    private Optional<Row> stored(String role) {
        return rows.row(
                "select l.percent, l.floor_percent, l.version from override_limit l where l.role = :role",
                Map.of("role", role));
    }

    @Override
    public Optional<RuleSheet> read(String key) {
        return ROLES.contains(key)
                ? stored(key)
                        .map(row -> sheet(key, number(row.decimalOrNull()), number(row.decimal()), row.id()))
                        .or(() -> Optional.of(sheet(key, "0", "0", 0)))
                : Optional.empty();
    }

    private static RuleSheet sheet(String role, String percent, String floor, long version) {
        return new RuleSheet(RuleKind.LIMIT, role, version, Map.of("role", role, "percent", percent, "floor", floor));
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of("role", ROLES);
    }

    @Override
    public String write(String key, long version, TypedRule typed) {
        Map<String, @Nullable Object> row = named(
                "role",
                key,
                "version",
                version,
                "percent",
                typed.decimalOrNull("percent", "0", "1000", 3).orElse(null),
                "floor",
                typed.decimalOrNull("floor", "0", "1000", 3).orElse(BigDecimal.ZERO));
        if (version == 0) {
            rows.execute(
                    "insert into override_limit (role, percent, floor_percent, version) values (:role, :percent, :floor, 1)",
                    row);
        } else {
            rows.update("""
                    update override_limit set percent = :percent, floor_percent = :floor, version = version + 1
                    where role = :role and version = :version
                    """, row);
        }
        return key;
    }
}
