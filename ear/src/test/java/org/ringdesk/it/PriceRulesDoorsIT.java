package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.it.As.as;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChangeLog;
import org.ringdesk.catalog.TaxRates;
import org.ringdesk.pricing.PriceRules;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.pricing.RuleSheet;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Who keeps price rules inside the server, and two who keep the same one at once. */
class PriceRulesDoorsIT extends Deployed {
    private static final As KATRIN = as("katrin.brandt", Role.ADMIN);
    private static final int AT_ONCE = 8;

    @Inject
    private PriceRules rules;

    @Inject
    private TaxRates taxes;

    @Inject
    private ChangeLog log;

    @Test
    void onlyAdminsComeThroughAnyOfTheDoors() {
        RuleSheet sheet = group("CLOSED");
        Map<String, Callable<?>> doors = Map.of(
                "list", () -> rules.list(RuleKind.DISCOUNT, "", 0, 1),
                "get", () -> rules.get(RuleKind.LIMIT, "agent"),
                "choices", () -> rules.choices(RuleKind.COUPON),
                "history", () -> rules.history(RuleKind.LIMIT, "agent"),
                "save", () -> rules.save(sheet),
                "taxes", () -> taxes.all(),
                "log", () -> log.of("LIMIT", "agent"));
        for (As other : List.of(
                as("anna.schmidt", Role.AGENT),
                as("petra.lindner", Role.SUPERVISOR),
                as("telephony", Role.TELEPHONY))) {
            doors.forEach((name, door) -> assertThatThrownBy(() -> other.call(door))
                    .as("%s: %s", other, name)
                    .isInstanceOf(EJBAccessException.class));
        }
        doors.forEach((name, door) ->
                assertThatThrownBy(door::call).as("nobody: %s", name).isInstanceOf(EJBAccessException.class));
    }

    @Test
    void ofManyWhoChangeARuleAtOnceOneDoesAndTheOthersAreTold() throws Exception {
        RuleSheet kept = KATRIN.call(() -> rules.save(group("ONCE")));
        List<Callable<String>> changes = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Map<String, String> values = new HashMap<>(kept.values());
            values.put("name", "Name " + i);
            RuleSheet typed = new RuleSheet(kept.kind(), kept.key(), kept.version(), values);
            changes.add(() -> outcome(typed));
        }
        List<String> outcomes = atOnce(changes);
        assertThat(outcomes).filteredOn(o -> !o.equals("rules.changed")).hasSize(1);
        RuleSheet now = KATRIN.call(() -> rules.get(kept.kind(), kept.key()));
        assertThat(outcomes).contains(now.value("name"));
        assertThat(now.version()).isEqualTo(kept.version() + 1);
        assertThat(KATRIN.call(() -> rules.history(kept.kind(), kept.key())))
                .filteredOn(c -> c.field().equals("name") && !c.before().isEmpty())
                .hasSize(1);
    }

    @Test
    void ofManyWhoBeginTheSameRuleOneDoes() throws Exception {
        List<Callable<String>> begun = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            begun.add(() -> outcome(group("TWICE")));
        }
        assertThat(atOnce(begun))
                .filteredOn(o -> !o.equals("rules.changed") && !o.equals("rule.code.taken"))
                .containsExactly("Friends");
        assertThat(KATRIN.call(() -> rules.list(RuleKind.GROUP, "TWICE", 0, 10)).total())
                .isEqualTo(1);
    }

    private String outcome(RuleSheet typed) throws Exception {
        try {
            return KATRIN.call(() -> rules.save(typed)).value("name");
        } catch (Refusal refusal) {
            return refusal.key();
        }
    }

    private static RuleSheet group(String code) {
        return new RuleSheet(RuleKind.GROUP, "", 0, Map.of("code", code, "name", "Friends"));
    }
}
