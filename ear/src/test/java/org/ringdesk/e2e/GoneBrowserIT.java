package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lukas closes his browser and goes home: his phone is not his for longer than the grace time. */
@ExtendWith(Stage.Extension.class)
class GoneBrowserIT {
    /** The shortest that an admin may choose, and what a page may stay silent; and as much again for a busy machine. */
    private static final Duration GONE = Duration.ofSeconds(2 * (60 + 30));

    private static final String AGENT = "lukas.weber";

    private final Stage stage;

    GoneBrowserIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void isSignedOutAndToldWhenHeComesBack() {
        grace("60");
        try (AgentPage lukas = stage.agent(AGENT)) {
            lukas.logIn().ready();
            stage.database.awaitRow("select 1 from agent_browser where login = ?", AGENT);
            assertThat(lukas.faults).isEmpty();
        }
        stage.database.awaitRow(
                GONE,
                "select 1 from agent_presence where login = ? and wish = 'SIGNED_OUT' and notice = 'ABSENT' and told",
                AGENT);
        assertThat(stage.database.count(
                        "select count(*) as n from agent_presence where login = ? and endpoint is null", AGENT))
                .isEqualTo(1);
        try (AgentPage lukas = stage.agent(AGENT)) {
            lukas.logIn();
            lukas.see("#stateWord.state-SIGNED_OUT");
            assertThat(lukas.see("#agentBanner")).containsText("zu lange nicht offen");
            lukas.picture("gone");
            assertThat(lukas.faults).isEmpty();
        }
        grace("120");
    }

    private void grace(String seconds) {
        try (AgentPage katrin = stage.agent("katrin.brandt")) {
            katrin.page.navigate("/administration/queues.xhtml");
            katrin.typeLogIn(stage.ringdesk.password());
            katrin.see("#agents\\:grace").fill(seconds);
            katrin.page.locator("#agents\\:save").click();
            assertThat(katrin.see("#agents")).containsText("Gespeichert.");
            assertThat(katrin.faults).isEmpty();
        }
    }
}
