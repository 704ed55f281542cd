package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.cti.phone.SipPhone;
import org.ringdesk.e2e.support.CallerCall;
import org.ringdesk.e2e.support.Phone;

/** Anna controls her calls with the keys of her page; Lukas, at the next desk, gets them. */
@ExtendWith(Stage.Extension.class)
class RealControlsIT {
    private static final String HOTLINE = "+493023125100";
    private static final String KNOWN = "+493023125042";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(3);

    private final Stage stage;
    private final AgentPage anna;
    private final AgentPage lukas;
    private final List<Phone> phones = new ArrayList<>();

    RealControlsIT(Stage stage) {
        this.stage = stage;
        this.anna = stage.agent("anna.schmidt");
        this.lukas = stage.agent("lukas.weber");
    }

    @BeforeEach
    void bothAreThereAndAnnaIsReady() {
        anna.logIn().ready();
        lukas.logIn();
        takesNoQueueCalls(lukas, "lukas.weber");
    }

    @AfterEach
    void bothGoHome() {
        phones.forEach(Phone::close);
        anna.signOut();
        lukas.signOut();
        anna.close();
        lukas.close();
        assertThat(anna.faults).isEmpty();
        assertThat(lukas.faults).isEmpty();
    }

    @Test
    void rejectsAnswersHoldsAndHangsUpFromThePage() {
        try (SipPhone phone = stage.pbx.controlledPhone("1001");
                CallerCall call = CallerCall.begin(stage.pbx, KNOWN, HOTLINE)) {
            anna.see("[data-move=ANSWER]");
            anna.picture("controls-ringing");
            does(anna, "REJECT", "F4");
            anna.gone("[data-move=REJECT]");
            does(anna, "ANSWER", "F2");
            anna.see("#callBar .call-TALKING");
            does(anna, "HOLD", "F2");
            anna.see("#callBar .call-HELD");
            anna.picture("controls-held");
            does(anna, "RESUME", "F2");
            anna.see("#callBar .call-TALKING");
            does(anna, "MUTE", "Alt+m");
            anna.see("[data-move=UNMUTE]");
            assertThat(anna.page.locator("#callSays")).containsText("niemand hört Sie");
            anna.picture("controls-muted");
            does(anna, "HANG_UP", "F4");
            anna.see("#callBar .call-ENDED");
            assertThat(call.awaitEnd(Duration.ofSeconds(10))).isTrue();
            phone.awaitIdle();
        }
        done("REJECT");
        done("ANSWER");
        done("HOLD");
        done("RESUME");
        done("MUTE");
        done("HANG_UP");
    }

    @Test
    void aPhoneThatDoesNotHoldIsSaidSo() {
        talking(KNOWN, () -> {
            does(anna, "HOLD", "F2");
            anna.see("[data-move=HOLD].pending");
            assertThat(anna.see("#callSays .problem")).containsText("nicht bestätigt: Halten");
            anna.picture("controls-unconfirmed");
            assertThat(anna.page.locator("[data-move=HOLD]")).isEnabled();
            stage.database.awaitRow("select 1 from call_command where move = 'HOLD' and outcome = 'UNCONFIRMED'");
        });
    }

    @Test
    void theDraftGoesWithTheCall() {
        phones.add(Phone.answering(stage.pbx, "1002", LATER));
        talking(KNOWN, () -> {
            anna.press("F8");
            anna.add("lam", 1);
            String order = anna.orderNumber();
            anna.page.locator("#callNote").fill("Geschenkpapier");
            anna.page.locator("#callNote").press("Enter");
            does(anna, "TRANSFER", "F3");
            anna.see("#picker .option");
            anna.picture("controls-transfer");
            anna.type("luk");
            assertThat(anna.page.locator("#picker .option")).hasCount(1);
            anna.press("Enter");

            lukas.see("#callBar .call-RINGING");
            assertThat(lukas.see("#callBar .caller")).hasText("Anna Petersen");
            lukas.see("#callBar .call-TALKING");
            assertThat(lukas.page.locator("#orderFacts")).hasAttribute("data-number", order);
            assertThat(lukas.page.locator("#callNote")).hasValue("Geschenkpapier");
            lukas.picture("controls-taken-over");

            assertThat(anna.see("#callBar .reason")).hasText("Übergeben an Lukas Weber");
            anna.see("#handedOn");
            assertThat(anna.page.locator("#entryRow")).isHidden();
            anna.picture("controls-handed-over");
            assertThat(stage.database.awaitRow(
                            "select handed_by from sales_order where number = ? and agent = ?", order, "lukas.weber"))
                    .containsEntry("handed_by", "anna.schmidt");
            lukas.add("2 bec", 2);
        });
        done("TRANSFER");
    }

    @Test
    void asksFirstComesBackAndAsksAgain() {
        phones.add(Phone.answering(stage.pbx, "1002", SOON));
        talking("+493023125046", () -> {
            ask("luk");
            assertThat(anna.see("#callSays .second")).containsText("Sie sprechen mit Lukas Weber");
            anna.picture("controls-consult");
            assertThat(lukas.see("#callSays .second")).containsText("Anna Schmidt");
            lukas.picture("controls-consulted");

            does(anna, "CANCEL", "F4");
            lukas.see("#callBar .call-ENDED");

            ask("luk");
            assertThat(anna.see("#callSays .second")).containsText("Sie sprechen mit Lukas Weber");
            does(anna, "CANCEL", "F4");
            does(anna, "HANG_UP", "F4");
            anna.see("#callBar .call-ENDED");
        });
        done("CONSULT");
        done("CANCEL");
    }

    @Test
    void asksFirstSwapsAndHandsOver() {
        phones.add(Phone.answering(stage.pbx, "1002", SOON));
        talking("+493023125045", () -> {
            ask("luk");
            does(anna, "TOGGLE", "F2");
            assertThat(anna.see("#callSays .second")).containsText("Sie sprechen mit dem Anrufer");
            does(anna, "TOGGLE", "F2");
            assertThat(anna.see("#callSays .second")).containsText("Sie sprechen mit Lukas Weber");
            does(anna, "COMPLETE", "F3");
            assertThat(anna.see("#callBar .reason")).hasText("Übergeben an Lukas Weber");
            does(lukas, "HANG_UP", "F4");
            lukas.see("#callBar .call-ENDED");
        });
        done("TOGGLE");
        done("COMPLETE");
    }

    @Test
    void allThreeTalk() {
        phones.add(Phone.answering(stage.pbx, "1002", SOON));
        talking("+493023125047", () -> {
            ask("1002");
            does(anna, "CONFERENCE", "F7");
            assertThat(anna.see("#callSays .second")).containsText("Alle drei");
            anna.picture("controls-conference");
            does(anna, "HANG_UP", "F4");
            lukas.see("[data-move=TRANSFER]");
        });
        done("CONFERENCE");
    }

    @Test
    void parksAndAnotherTakesIt() {
        phones.add(Phone.answering(stage.pbx, "1002", SOON));
        talking("+493023125044", () -> {
            does(anna, "PARK", "Alt+p");
            assertThat(anna.see("#callBar .reason")).hasText("Geparkt");
            lukas.press("Alt+l");
            lukas.see("#picker .option");
            lukas.picture("controls-parked");
            lukas.press("Enter");
            lukas.see("#callBar .call-TALKING");
        });
        done("PARK");
        done("RETRIEVE");
    }

    @Test
    void takesACallThatRingsAtAColleague() {
        phones.add(Phone.silent(stage.pbx, "1001"));
        phones.add(Phone.answering(stage.pbx, "1002", SOON));
        try (CallerCall call = CallerCall.begin(stage.pbx, KNOWN, HOTLINE)) {
            anna.see("#callBar .call-RINGING");
            lukas.press("Alt+l");
            assertThat(lukas.see("#picker .option")).containsText("Anna Petersen");
            lukas.picture("controls-pick-up");
            lukas.press("Enter");
            lukas.see("#callBar .call-TALKING");
            assertThat(lukas.see("#callBar .caller")).hasText("Anna Petersen");
            anna.gone("#callBar .call-RINGING");
            stage.database.awaitRow(
                    "select 1 from call_record where party_e164 = ? and state = 'TALKING' and agent = 'lukas.weber'",
                    KNOWN);
            does(lukas, "HANG_UP", "F4");
            lukas.see("#callBar .call-ENDED");
            assertThat(call.awaitEnd(Duration.ofSeconds(10))).isTrue();
        }
        done("PICK_UP");
    }

    @Test
    void callsBackWhoWasMissed() {
        String missed = "+49309991234";
        try (Phone rings = Phone.silent(stage.pbx, "1001");
                CallerCall call = CallerCall.begin(stage.pbx, missed, "Zacharias Neumann", HOTLINE)) {
            anna.see("#callBar .call-RINGING");
            call.hangUp();
            stage.database.awaitRow(
                    "select 1 from call_record where party_e164 = ? and state = 'ENDED' and answered_at is null",
                    missed);
        }
        phones.add(Phone.answering(stage.pbx, "1001", SOON));
        phones.add(Phone.answering(stage.pbx, "trunk", SOON));
        anna.press("Alt+c");
        anna.see("#picker .option");
        anna.type("zacharias");
        assertThat(anna.page.locator("#picker .option")).hasCount(1);
        assertThat(anna.page.locator("#picker .option .warn-text")).isVisible();
        anna.picture("controls-call-back");
        anna.press("Enter");
        anna.see("#callBar .call-TALKING");
        assertThat(anna.page.locator("#callBar")).containsText("9991234");
        stage.database.awaitRow(
                "select 1 from call_record where party_e164 = ? and direction = 'OUTBOUND' and agent = 'anna.schmidt'",
                missed);
        does(anna, "HANG_UP", "F4");
        anna.see("#callBar .call-ENDED");
        done("DIAL");
    }

    @Test
    void dialsFromThePage() {
        phones.add(Phone.answering(stage.pbx, "1001", SOON));
        phones.add(Phone.answering(stage.pbx, "trunk", LATER));
        anna.press("Alt+c");
        anna.see("#picker .option");
        anna.picture("controls-dial");
        anna.type("030 5551234");
        anna.see("#picker .option .figure");
        anna.press("Enter");
        anna.see("#callBar .call-DIALLING");
        anna.picture("controls-dialling");
        anna.see("#callBar .call-TALKING");
        assertThat(anna.page.locator("#callBar")).containsText("5551234");
        anna.press("Alt+z");
        anna.type("12#");
        assertThat(anna.page.locator("#tones")).hasValue("12#");
        done("DIGITS");
        anna.press("Escape");
        does(anna, "HANG_UP", "F4");
        anna.see("#callBar .call-ENDED");
        done("DIAL");
    }

    /** At the phone, and paused in the queues. */
    private void takesNoQueueCalls(AgentPage agent, String login) {
        agent.page.locator("#stateButton").click();
        agent.page.locator("[data-pause=MEETING]").click();
        agent.see("#stateWord.state-PAUSED");
        stage.database.awaitRow("select 1 from agent_presence where login = ? and wish = 'PAUSED' and told", login);
    }

    /** Presses the key when the button with it can be pressed: while another command is on its way it cannot. */
    private static void does(AgentPage agent, String move, String key) {
        assertThat(agent.page.locator("[data-move=" + move + "]"))
                .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(15_000));
        agent.press(key);
    }

    private void ask(String whom) {
        does(anna, "TRANSFER", "F3");
        anna.see("#picker .option");
        anna.type(whom);
        assertThat(anna.page.locator("#picker .option").first()).containsText("Lukas Weber");
        anna.press("Shift+Enter");
        assertThat(anna.page.locator("#callSays .second"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
    }

    private void talking(String caller, Runnable then) {
        phones.add(Phone.answering(stage.pbx, "1001", SOON));
        try (CallerCall call = CallerCall.begin(stage.pbx, caller, HOTLINE)) {
            anna.see("#callBar .call-TALKING");
            anna.see("[data-move=HANG_UP]");
            then.run();
        }
    }

    private void done(String move) {
        stage.database.awaitRow(
                "select 1 from call_command where move = ? and outcome = 'CONFIRMED' and begun_at > now() - interval '5 minutes'",
                move);
    }
}
