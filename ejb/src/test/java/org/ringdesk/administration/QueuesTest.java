package org.ringdesk.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ringdesk.testing.Caller.as;

import jakarta.ejb.EJBAccessException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.testing.Caller;
import org.ringdesk.testing.Database;

/** What an admin sets for queues and what is refused. */
class QueuesTest {
    private static final Caller KATRIN = as("katrin.brandt", Role.ADMIN);
    private static final AfterCallRule RULE = new AfterCallRule(AfterCallMode.REQUIRED, 45, 1, 15, true);

    @ParameterizedTest
    @EnumSource
    void rulesAndCodesAreKeptInTheirOrder(Database database) {
        Queues queues = database.rooms().get(Queues.class);
        save(queues, "B Second\nA First");
        QueueView saved = KATRIN.call(() -> queues.get("orders-uk"));
        assertThat(saved.name()).isEqualTo("Orders UK");
        assertThat(saved.afterCall()).isEqualTo(RULE);
        assertThat(saved.codes()).containsExactly(new WrapUpCode("B", "Second"), new WrapUpCode("A", "First"));

        QueueView changed = save(queues, "A First\nB Second\n\nC  Third one ");
        assertThat(changed.version()).isGreaterThan(saved.version());
        assertThat(KATRIN.call(() -> queues.get("orders-uk"))).isEqualTo(changed);
        assertThat(changed.codes()).extracting(WrapUpCode::code).containsExactly("A", "B", "C");
        assertThat(KATRIN.call(() -> queues.codes("orders-uk", new ChannelCode("UK"))))
                .hasSize(3);

        assertThat(save(queues, "").codes()).isEmpty();
        assertThat(KATRIN.call(() -> queues.codes("orders-uk", new ChannelCode("UK"))))
                .as("those of the channel")
                .extracting(WrapUpCode::label)
                .contains("Order taken");
        assertThat(KATRIN.call(queues::all)).extracting(QueueView::queue).contains("orders-de", "orders-uk");
    }

    @ParameterizedTest
    @EnumSource
    void whoSavesOverSomebodyElseIsRefused(Database database) {
        Queues queues = database.rooms().get(Queues.class);
        QueueView read = KATRIN.call(() -> queues.get("orders-uk"));
        save(queues, "A First");
        refused(
                "rules.changed",
                () -> KATRIN.call(() -> queues.save("orders-uk", "Other", RULE, "A First", read.version())));
        ChannelCodes codes = KATRIN.call(() -> queues.codesOf(new ChannelCode("UK")));
        ChannelCodes now = KATRIN.call(
                () -> queues.save(new ChannelCode("UK"), "ORDER Order taken\nWRONG Wrong number", codes.version()));
        assertThat(now.version()).isGreaterThan(codes.version());
        refused(
                "rules.changed",
                () -> KATRIN.call(() -> queues.save(new ChannelCode("UK"), "A First", codes.version())));
        TelephonyRules rules = KATRIN.call(queues::telephony);
        KATRIN.call(() -> queues.save(Duration.ofSeconds(120), rules.missedCall(), rules.version()));
        refused(
                "rules.changed",
                () -> KATRIN.call(() -> queues.save(Duration.ofSeconds(120), rules.missedCall(), rules.version())));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER, queue.codes.invalid",
        "order Order taken, queue.codes.invalid",
        "'A First\nA Again', queue.codes.invalid",
        "OR<DER Order, queue.codes.invalid",
    })
    void listsThatAreNone(String codes, String key) {
        Queues queues = Database.H2.rooms().get(Queues.class);
        refused(key, () -> save(queues, codes));
    }

    @ParameterizedTest
    @CsvSource({"59", "3601"})
    void aGraceTimeHasLimits(int seconds) {
        Queues queues = Database.H2.rooms().get(Queues.class);
        TelephonyRules rules = KATRIN.call(queues::telephony);
        refused(
                "telephony.grace.range",
                () -> KATRIN.call(() -> queues.save(Duration.ofSeconds(seconds), rules.missedCall(), rules.version())));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 30, 0, 0, false",
        "NONE, 0, 0, 0, true",
        "REQUIRED, 4, 0, 0, false",
        "REQUIRED, 3601, 0, 0, false",
        "REQUIRED, 30, 11, 30, false",
        "REQUIRED, 30, 1, 0, false",
        "OPTIONAL, 30, 0, 30, false",
        "FIXED, 30, 1, 30, false",
    })
    void rulesThatContradictThemselves(
            AfterCallMode mode, int seconds, int extensions, int extensionSeconds, boolean codeRequired) {
        assertThatThrownBy(() -> new AfterCallRule(mode, seconds, extensions, extensionSeconds, codeRequired))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAdminsSave(Database database) {
        Queues queues = database.rooms().get(Queues.class);
        assertThatThrownBy(() -> as("petra.lindner", Role.SUPERVISOR)
                        .call(() -> queues.save("orders-uk", "Mine", RULE, "A First", 1)))
                .isInstanceOf(EJBAccessException.class);
        refused("queue.unknown", () -> KATRIN.call(() -> queues.save("nowhere", "No", RULE, "A First", 0)));
        refused("queue.name.missing", () -> KATRIN.call(() -> queues.save("orders-uk", " ", RULE, "A First", 0)));
    }

    private static QueueView save(Queues queues, String codes) {
        long version = KATRIN.call(() -> queues.get("orders-uk")).version();
        return KATRIN.call(() -> queues.save("orders-uk", "Orders UK", RULE, codes, version));
    }

    private static void refused(String key, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
