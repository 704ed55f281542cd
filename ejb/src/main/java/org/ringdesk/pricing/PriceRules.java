package org.ringdesk.pricing;

import static java.util.stream.Collectors.toMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.ringdesk.administration.ChangeLog;
import org.ringdesk.administration.RuleChange;
import org.ringdesk.pricing.domain.TypedRule;
import org.ringdesk.pricing.store.RuleTables;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Keeps the rules that prices come from. What is saved counts from the next time an order is priced. Nothing is deleted: rules are
 * switched off or end, for orders name them. Every change is written down.
 */
@Stateless
@RolesAllowed(Role.ADMIN)
public class PriceRules {
    private static final int MOST = 200;

    @Inject
    private RuleTables tables;

    @Inject
    private ChangeLog log;

    /** A page of those whose code or name contains the words, by place and code; two statements. */
    public RuleList list(RuleKind kind, String words, int first, int most) {
        return tables.of(kind).list(words.strip(), Math.max(first, 0), Math.min(Math.max(most, 1), MOST));
    }

    /** @throws Refusal {@code rule.unknown} */
    public RuleSheet get(RuleKind kind, String key) {
        return tables.of(kind).read(key).orElseThrow(() -> new Refusal("rule.unknown"));
    }

    /** What can be chosen in the fields that are choices, by their names; an empty choice where there may be none. */
    public Map<String, List<String>> choices(RuleKind kind) {
        return tables.of(kind).choices();
    }

    /** The latest first. */
    public List<RuleChange> history(RuleKind kind, String key) {
        return key.isEmpty() ? List.of() : log.of(kind.name(), key);
    }

    /**
     * Keeps a rule as it was typed; fields that are fixed stay as they are.
     *
     * @return as it stands now
     * @throws Refusal about a field, which it names: {@code rule.text}, {@code rule.code}, {@code rule.code.taken}, {@code
     *     rule.number}, {@code rule.day}, {@code rule.period}, {@code rule.choice}, {@code rule.steps}, {@code rule.steps.missing},
     *     {@code rule.scope}, {@code rule.scope.groups}, {@code rule.charges}, {@code rule.reasons}, {@code rule.margin}, {@code
     *     rule.word.unknown}; {@code rule.unknown}; {@code rules.changed} when somebody else saved meanwhile
     */
    public RuleSheet save(RuleSheet typed) {
        RuleSheet before =
                typed.key().isEmpty() ? new RuleSheet(typed.kind(), "", 0, Map.of()) : get(typed.kind(), typed.key());
        if (before.version() != typed.version()) {
            throw new Refusal("rules.changed");
        }
        String key = tables.of(typed.kind()).write(typed.key(), typed.version(), TypedRule.of(typed, before));
        RuleSheet now = get(typed.kind(), key);
        log.note(typed.kind().name(), key, told(before, before), told(now, typed));
        return now;
    }

    /** What is typed, and what was done by it though it does not stay in its field; not what is only shown. */
    private static Map<String, String> told(RuleSheet sheet, RuleSheet typed) {
        return sheet.kind().fields().stream()
                .filter(f -> f.type() != RuleField.Type.SHOWN)
                .map(RuleField::name)
                .collect(toMap(f -> f, f -> sheet.value(f).isEmpty() ? typed.value(f) : sheet.value(f)));
    }
}
