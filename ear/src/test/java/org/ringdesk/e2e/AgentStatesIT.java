package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.e2e.support.CallerCall;
import org.ringdesk.e2e.support.Phone;

/** Miriam chooses where she sits and what she is; her phone, the time and others do the rest. */
@ExtendWith(Stage.Extension.class)
class AgentStatesIT {
    private static final String SERVICE = "+493023125200";
    private static final String KNOWN = "+493023125042";

    private final Stage stage;
    private final AgentPage miriam;

    AgentStatesIT(Stage stage) {
        this.stage = stage;
        this.miriam = stage.agent("miriam.vogel");
    }

    @AfterEach
    void leave() {
        miriam.signOut();
        miriam.close();
        assertThat(miriam.faults).isEmpty();
    }

    @Test
    void aTakenExtensionIsRefusedWithTheHoldersNameUntilASupervisorFreesIt() {
        miriam.logIn().ready();
        miriam.see("#stateWord.state-UNREACHABLE");
        try (Phone phone = Phone.silent(stage.pbx, "1003");
                AgentPage lukas = stage.agent("lukas.weber");
                AgentPage petra = stage.agent("petra.lindner")) {
            miriam.see("#stateWord.state-READY");
            lukas.logIn();
            lukas.signsInAt("1003");
            assertThat(lukas.see("#state .ui-message-error")).containsText("Miriam Vogel");
            lukas.picture("taken");
            stage.database.awaitRow("""
                    select 1 from agent_browser b join agent_presence p on p.login = b.login
                    where b.login = 'miriam.vogel' and b.seen_at > p.since + interval '1 second'
                    """);

            petra.page.navigate("/supervision/floor.xhtml");
            petra.typeLogIn(stage.ringdesk.password());
            petra.see("#agents .agent-READY");
            petra.picture("floor");
            petra.page.getByLabel("Miriam Vogel vom Telefon abmelden").click();
            miriam.see("#stateWord.state-SIGNED_OUT");
            assertThat(miriam.see("#agentBanner")).containsText("Petra Lindner");

            lukas.signsInAt("1003");
            lukas.see("#stateWord.state-READY");
            assertThat(lukas.see("#stateMore")).containsText("1003");
            lukas.signOut();
            assertThat(lukas.faults).isEmpty();
            assertThat(petra.faults).isEmpty();
        }
    }

    @Test
    void theWorkAfterARealCallSurvivesAReloadAndEndsWithItsCodeInTheNextState() {
        try (AgentPage katrin = stage.agent("katrin.brandt")) {
            katrin.page.navigate("/administration/queues.xhtml");
            katrin.typeLogIn(stage.ringdesk.password());
            setService(katrin, "REQUIRED", true);
            try (Phone phone = Phone.answering(stage.pbx, "1003", Duration.ofSeconds(2));
                    CallerCall call = callToMiriam()) {
                miriam.see("#callBar .call-TALKING");
                stage.database.awaitRow("select 1 from agent_presence where login = 'miriam.vogel' and told");
                miriam.press("Alt+s");
                miriam.page.locator("[data-pause=LUNCH]").click();
                assertThat(miriam.see("#stateMore")).containsText("danach: Mittag");
                call.hangUp();
                miriam.see("#stateWord.state-AFTER_CALL");
                assertThat(miriam.see("#wrapUpClock")).containsText("0");
                miriam.page.locator("#wrapUp\\:note").fill("ruft noch einmal an");
                stage.database.awaitRow("select 1 from agent_presence where work_note = 'ruft noch einmal an'");
                miriam.picture("wrap-up");

                miriam.page.reload();
                assertThat(miriam.see("#wrapUp\\:note")).hasValue("ruft noch einmal an");
                miriam.press("Alt+e");
                assertThat(miriam.page.locator("#wrapUp\\:extend")).isVisible();
                stage.database.awaitRow(
                        "select 1 from agent_presence where login = 'miriam.vogel' and work_extensions = 1");
                miriam.press("Alt+f");
                assertThat(miriam.see("#wrapUp .ui-message-error")).containsText("Wählen Sie");
                miriam.picture("wrap-up-code-missing");
                miriam.page.locator("#wrapUp\\:code").selectOption("QUESTION");
                miriam.press("Alt+f");
                miriam.see("#stateWord.state-PAUSED");
                assertThat(miriam.page.locator("#wrapUpPanel"))
                        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
            }
            assertThat(stage.database.awaitRow("""
                            select w.code, w.note, w.timed_out from call_wrap_up w join call_record c on c.id = w.call_id
                            where w.agent = 'miriam.vogel' and c.party_e164 = ? and c.queue = 'service-de'
                            """, KNOWN))
                    .containsEntry("code", "QUESTION")
                    .containsEntry("note", "ruft noch einmal an")
                    .containsEntry("timed_out", false);
            miriam.page.locator("#customerSearch").fill("C20001");
            miriam.see("#customerFound .option");
            miriam.press("Enter");
            miriam.see("#customer .who");
            miriam.press("Alt+2");
            assertThat(miriam.see(".past-calls .continued")).containsText("Auskunft gegeben: ruft noch einmal an");
            miriam.picture("wrap-up-in-history");
            setService(katrin, "OPTIONAL", false);
            assertThat(katrin.faults).isEmpty();
        }
    }

    @Test
    void timeIsTakenAfterACallAndTheNextOneWaits() {
        String next = "+493023125046";
        try (Phone phone = Phone.answering(stage.pbx, "1003", Duration.ofSeconds(2));
                CallerCall call = callToMiriam()) {
            miriam.see("#callBar .call-TALKING");
            call.hangUp();
            miriam.see("#wrapUpPanel[data-phase=OFFERED]");
            miriam.see("#stateWord.state-READY");
            miriam.picture("offered");
            miriam.press("Alt+e");
            miriam.see("#wrapUpPanel[data-phase=ON]");
            miriam.see("#stateWord.state-AFTER_CALL");
            stage.database.awaitRow(
                    "select 1 from agent_presence where login = 'miriam.vogel' and told and work_phase = 'ON'");
            try (CallerCall waits = CallerCall.begin(stage.pbx, next, SERVICE)) {
                stage.database.awaitRow(
                        "select 1 from call_record where party_e164 = ? and queue = 'service-de' and state = 'WAITING'",
                        next);
                assertThat(miriam.page.locator(".call-RINGING")).hasCount(0);
                miriam.press("Alt+f");
                miriam.see("#callBar .call-RINGING");
            }
        }
    }

    /** The phone is there before she is ready, so that the queue finds it. */
    private CallerCall callToMiriam() {
        miriam.logIn().ready();
        return CallerCall.begin(stage.pbx, KNOWN, SERVICE);
    }

    private void setService(AgentPage katrin, String mode, boolean codeRequired) {
        String row = "#queues\\:2\\:rule\\:";
        assertThat(katrin.see(row + "name")).hasValue("Service");
        katrin.page.locator(row + "mode").selectOption(mode);
        katrin.page.locator(row + "seconds").fill("60");
        katrin.page.locator(row + "codeRequired").setChecked(codeRequired);
        katrin.picture("queues");
        katrin.page.locator(row + "save").click();
        assertThat(katrin.see("#queues\\:2\\:rule")).containsText("Gespeichert.");
        stage.database.awaitRow("select 1 from queue_rule where queue = 'service-de' and after_call = ?", mode);
    }
}
