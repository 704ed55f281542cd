package org.ringdesk.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ApiKeyState;
import org.ringdesk.administration.ApiKeys;
import org.ringdesk.agents.AgentState;
import org.ringdesk.agents.PauseReason;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.Move;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.LinkState;
import org.ringdesk.imports.ImportKind;
import org.ringdesk.imports.ImportState;
import org.ringdesk.mail.MailKind;
import org.ringdesk.mail.MailProblem;
import org.ringdesk.mail.MailState;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.PriceRequestState;
import org.ringdesk.payments.PaymentMethod;
import org.ringdesk.payments.PaymentStatus;
import org.ringdesk.payments.WorkAge;
import org.ringdesk.payments.WorkQueue;
import org.ringdesk.payments.WorkReason;
import org.ringdesk.pricing.MarginLevel;
import org.ringdesk.pricing.RuleField;
import org.ringdesk.pricing.RuleKind;
import org.ringdesk.shared.intake.RowResult.Outcome;
import org.ringdesk.web.orders.TestCard;
import org.ringdesk.webhooks.WebhookProblem;
import org.ringdesk.webhooks.WebhookState;

/** Every text that a page, a script or a class asks for exists, in both languages. */
class BundlesTest {
    private static final ResourceBundle ENGLISH = Words.bundle(Words.BUNDLE, Locale.UK);
    private static final ResourceBundle GERMAN = Words.bundle(Words.BUNDLE, Locale.GERMANY);

    private static final PriceRequestState[] ENDED =
            EnumSet.complementOf(EnumSet.of(PriceRequestState.ASKED)).toArray(new PriceRequestState[0]);

    @Test
    void bothLanguagesHaveTheSameKeysAndSaySomething() {
        assertThat(own("messages_de.properties")).isEqualTo(own("messages.properties"));
        assertThat(ENGLISH.keySet()).allSatisfy(key -> {
            assertThat(ENGLISH.getString(key)).isNotBlank();
            assertThat(GERMAN.getString(key)).isNotBlank();
        });
    }

    @Test
    void englishIsNeverReplacedByTheServersOwnLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Words.bundle(Words.BUNDLE, Locale.UK).getString("login.password"))
                    .isEqualTo("Password");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void pagesAskForTextsThatExist() {
        Set<String> asked = Sources.found(Sources.WEBAPP, ".xhtml", "msg\\['([\\w.-]+)'\\]");
        assertThat(asked).hasSizeGreaterThan(60);
        assertThat(ENGLISH.keySet()).containsAll(asked);
    }

    @Test
    void scriptsAskForTextsThatExist() {
        Set<String> groups = ENGLISH.keySet().stream()
                .filter(key -> key.startsWith("js.") && key.indexOf('.', 3) > 0)
                .map(key -> key.substring(3, key.indexOf('.', 3)))
                .collect(Collectors.toSet());
        Set<String> asked =
                Sources.found(Sources.WEBAPP, ".js", "'((?:" + String.join("|", groups) + ")\\.[A-Za-z_.]+)'");
        assertThat(asked).hasSizeGreaterThan(30);
        assertThat(ENGLISH.keySet())
                .containsAll(asked.stream().map(key -> "js." + key).toList());
    }

    @Test
    void classesAskForTextsThatExist() {
        Set<String> asked = Sources.found(Sources.JAVA, ".java", "words\\.of\\(\"([\\w.]+)\"");
        assertThat(asked).isNotEmpty();
        assertThat(ENGLISH.keySet()).containsAll(asked);
    }

    @Test
    void everyStateHasItsWord() {
        List<String> keys = Stream.of(
                        of("js.agent.", AgentState.values()),
                        of("js.pause.", PauseReason.values()),
                        of("state.pause.", PauseReason.values()),
                        of("js.call.", CallState.values()),
                        of("js.end.", EndReason.values()),
                        of("js.move.", Move.values()),
                        of("js.link.word.", LinkState.values()),
                        of("link.", LinkState.values()),
                        of("js.status.", OrderStatus.values()),
                        of("order.status.", OrderStatus.values()),
                        of("ask.state.", PriceRequestState.values()),
                        of(
                                "js.request.level.",
                                MarginLevel.ACCEPTABLE,
                                MarginLevel.QUESTIONABLE,
                                MarginLevel.UNACCEPTABLE),
                        of("js.request.ended.", ENDED),
                        of("rule.kind.", RuleKind.values()),
                        of("rule.lead.", RuleKind.values()),
                        fields(),
                        of("mail.kind.", MailKind.values()),
                        of("mail.state.", MailState.values()),
                        of("mail.problem.", MailProblem.values()),
                        of("systems.state.", ApiKeyState.values()),
                        ApiKeys.SCOPES.stream()
                                .flatMap(s -> Stream.of("systems.scope." + s, "systems.scope." + s + ".short")),
                        of("event.kind.", OrderEventKind.values()),
                        of("webhook.state.", WebhookState.values()),
                        of("webhook.problem.", WebhookProblem.values()),
                        of("imports.kind.", ImportKind.values()),
                        of("imports.state.", ImportState.values()),
                        of("imports.outcome.", Outcome.values()),
                        of("work.queue.", WorkQueue.values()),
                        of("work.lead.", WorkQueue.values()),
                        of("work.reason.", WorkReason.values()),
                        of("work.age.", WorkAge.values()),
                        of("event.kind.", OrderEventKind.values()),
                        of("payment.method.", PaymentMethod.values()),
                        of("payment.status.", PaymentStatus.values()),
                        of("payment.card.", TestCard.values()))
                .flatMap(s -> s)
                .toList();
        assertThat(ENGLISH.keySet()).containsAll(keys);
    }

    /** What a rule's fields are called, and what may be typed in those of several lines. */
    private static Stream<String> fields() {
        return Arrays.stream(RuleKind.values())
                .flatMap(kind -> kind.fields().stream())
                .flatMap(f -> f.type() == RuleField.Type.LINES
                        ? Stream.of("rule.field." + f.name(), "rule.hint." + f.name())
                        : Stream.of("rule.field." + f.name()));
    }

    private static Stream<String> of(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static Set<String> own(String file) {
        Set<String> keys = new TreeSet<>();
        Sources.text(Path.of("src", "main", "resources", "org", "ringdesk", "web", file))
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .forEach(line -> keys.add(line.substring(0, line.indexOf('='))));
        return keys;
    }
}
