package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.e2e.support.CallerCall;
import org.ringdesk.e2e.support.Phone;

/** Anna sits at phone 1001, and Lukas at the branch, whose PBX has a phone 1001, too. */
@ExtendWith(Stage.Extension.class)
class SecondPbxIT {
    private static final String HOTLINE = "+493023125100";
    private static final String KNOWN = "+493023125042";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Stage stage;
    private final AgentPage anna;
    private final AgentPage lukas;

    SecondPbxIT(Stage stage) {
        this.stage = stage;
        this.anna = stage.agent("anna.schmidt");
        this.lukas = stage.agent("lukas.weber");
    }

    @BeforeEach
    void bothAreReady() {
        anna.logIn().ready();
        lukas.logIn().signsInAt("branch:1001");
        lukas.see("#stateWord.state-READY, #stateWord.state-UNREACHABLE");
        assertThat(lukas.see("#stateMore")).containsText("branch:1001");
        placesAreTaken();
    }

    @AfterEach
    void bothGoHome() {
        anna.signOut();
        lukas.signOut();
        anna.close();
        lukas.close();
        assertThat(anna.faults).isEmpty();
        assertThat(lukas.faults).isEmpty();
    }

    @Test
    void aCallPopsWhereItRings() {
        try (Phone phone = Phone.answering(stage.branch, "1001", SOON);
                CallerCall call = CallerCall.begin(stage.branch, KNOWN, HOTLINE)) {
            lukas.see("#callBar .call-TALKING");
            assertThat(lukas.see("#callBar .caller")).hasText("Anna Petersen");
            lukas.picture("branch-talking");
            stage.database.awaitRow(
                    "select 1 from call_record where pbx = 'branch' and agent = 'lukas.weber' and state = 'TALKING'");
            // an ended call of hers may still be shown
            assertThat(anna.page.locator("#callBar .call-RINGING, #callBar .call-TALKING"))
                    .hasCount(0);
            assertThat(anna.page.locator("#stateWord")).hasClass(Pattern.compile("state-READY|state-UNREACHABLE"));
            hangUp(lukas);
            lukas.see("#callBar .call-ENDED");
            assertThat(call.awaitEnd(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void callsAreMadeFromWhereOneSits() {
        try (Phone phone = Phone.answering(stage.branch, "1001", SOON);
                Phone outside = Phone.answering(stage.branch, "trunk", SOON)) {
            lukas.see("#stateWord.state-READY");
            lukas.press("Alt+c");
            lukas.see("#picker .option");
            lukas.type("030 5551234");
            lukas.see("#picker .option .figure");
            lukas.press("Enter");
            lukas.see("#callBar .call-TALKING");
            stage.database.awaitRow("select 1 from call_record where pbx = 'branch' and agent = 'lukas.weber'"
                    + " and direction = 'OUTBOUND' and state = 'TALKING'");
            hangUp(lukas);
            lukas.see("#callBar .call-ENDED");
        }
    }

    @Test
    void aPbxThatDiesKeepsNobodyElseFromWorking() {
        stage.branch.kill();
        assertThat(lukas.see("#linkBanner")).containsText("branch");
        lukas.picture("branch-away");
        assertThat(anna.page.locator("#linkBanner")).isHidden();
        try (Phone phone = Phone.answering(stage.pbx, "1001", SOON);
                CallerCall call = CallerCall.begin(stage.pbx, KNOWN, HOTLINE)) {
            anna.see("#callBar .call-TALKING");
            hangUp(anna);
            anna.see("#callBar .call-ENDED");
            assertThat(call.awaitEnd(Duration.ofSeconds(10))).isTrue();
        }
        stage.branch.start();
        assertThat(lukas.page.locator("#linkBanner"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
        placesAreTaken();
        aCallPopsWhereItRings();
    }

    @Test
    void aPbxThatThereIsNotIsSaidSo() {
        lukas.signsInAt("mars:1001");
        assertThat(lukas.see("#state .ui-message-error")).containsText("mars");
        lukas.picture("branch-unknown");
        lukas.press("Escape");
    }

    private static void hangUp(AgentPage agent) {
        assertThat(agent.page.locator("[data-move=HANG_UP]")).isEnabled();
        agent.press("F4");
    }

    /** The branch has Lukas in its queues. */
    private void placesAreTaken() {
        stage.database.awaitRow("select 1 from agent_presence where login = 'lukas.weber'"
                + " and endpoint = 'branch:PJSIP/1001' and wish = 'READY' and told");
    }
}
