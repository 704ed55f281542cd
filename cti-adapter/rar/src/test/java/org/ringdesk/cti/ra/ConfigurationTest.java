package org.ringdesk.cti.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.ami.ConsultKeys;
import org.ringdesk.cti.ami.Dialplan;
import org.ringdesk.cti.ami.PbxSettings;

/** What an admin wrote, as settings. */
class ConfigurationTest {
    private final CtiResourceAdapter adapter = new CtiResourceAdapter();

    private List<PbxSettings> all(Map<String, String> further) {
        return Configuration.all(adapter, key -> further.getOrDefault(key, ""));
    }

    @Test
    void oneIsEnough() {
        adapter.setPassword("secret");
        assertThat(all(Map.of())).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo(new PbxId("main"));
            assertThat(one.login().user()).isEqualTo("ringdesk");
            assertThat(one.system().off()).isTrue();
            assertThat(one.dialplan()).isEqualTo(Dialplan.STANDARD);
            assertThat(one.off()).isFalse();
        });
    }

    @Test
    void furtherOnesAreNumbered() {
        List<PbxSettings> all = all(Map.of(
                "ringdesk.pbx.2.name",
                "london",
                "ringdesk.pbx.2.host",
                "pbx.london.example",
                "ringdesk.pbx.2.port",
                "5039",
                "ringdesk.pbx.2.tls",
                "true",
                "ringdesk.pbx.2.password",
                "secret",
                "ringdesk.pbx.2.system-user",
                "second",
                "ringdesk.pbx.2.system-password",
                "secret, too",
                "ringdesk.pbx.2.consult-keys",
                "#2 #4 #3",
                "ringdesk.pbx.3.name",
                "paris",
                "ringdesk.pbx.5.name",
                "after-a-gap"));
        assertThat(all).extracting(one -> one.name().value()).containsExactly("main", "london", "paris");
        PbxSettings london = all.get(1);
        assertThat(london.host() + ':' + london.port()).isEqualTo("pbx.london.example:5039");
        assertThat(london.tls()).isTrue();
        assertThat(london.system().user()).isEqualTo("second");
        assertThat(london.dialplan().keys()).isEqualTo(new ConsultKeys("#2", "#4", "#3"));
        assertThat(london.dialplan().dial()).isEqualTo("from-phones");
        assertThat(all.get(2).off()).as("without a password").isTrue();
    }

    @Test
    void noSecretIsInAnyText() {
        adapter.setPassword("open sesame");
        adapter.setSystemPassword("sesame, too");
        assertThat(all(Map.of()).toString() + adapter).doesNotContain("sesame");
    }

    @ParameterizedTest
    @CsvSource({
        "name, Berlin Mitte, Not a PBX name",
        "port, 0, the port is 0",
        "port, many, the port is many",
        "trunks, (, the pattern of trunks",
        "dial-context, 'a,b', the dial context",
        "queue-context, 'q\ns', the queue context",
        "pickup-context, a b, the pickup context",
        "consult-context, ${X}, the consult context",
        "consult-keys, *2 *4, the keys of a consultation are three",
        "consult-keys, *2 *4 abc, the keys of a consultation are abc"
    })
    void saysWhatIsWrong(String key, String value, String words) {
        UnaryOperator<String> further = asked ->
                asked.equals("ringdesk.pbx.2." + key) ? value : asked.equals("ringdesk.pbx.2.name") ? "second" : "";
        assertThatThrownBy(() -> Configuration.all(adapter, further))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aNameIsGivenOnce() {
        assertThatThrownBy(() -> all(Map.of("ringdesk.pbx.2.name", "main")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two are called main");
    }

    @Test
    void aSystemPropertyCountsBeforeTheEnvironment() {
        System.setProperty("ringdesk.pbx.9.name", "by-property");
        try {
            assertThat(Configuration.ENVIRONMENT.apply("ringdesk.pbx.9.name")).isEqualTo("by-property");
        } finally {
            System.clearProperty("ringdesk.pbx.9.name");
        }
        assertThat(Configuration.ENVIRONMENT.apply("ringdesk.pbx.9.name")).isEmpty();
        // one that is in every environment stands for ours
        assertThat(Configuration.ENVIRONMENT.apply("path")).isEqualTo(System.getenv("PATH"));
    }
}
