package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent asks for a price beyond their limits, and a supervisor answers, each at their own page. */
@ExtendWith(Stage.Extension.class)
class AskedPricesIT {
    private static final String CARD = "#requests .request:not(.over)";
    private static final double LATE = 40_000;
    private final Stage stage;

    AskedPricesIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void theSupervisorApprovesWhileTheAgentGoesOn() {
        try (AgentPage emily = stage.agent("emily.clarke");
                AgentPage graham = floor("graham.wells", "en")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("stoneware mug 350 ml, blue", 1);
            graham.page.locator("#keysButton").focus();
            ask(emily, "9.00", "cracked handle");
            assertThat(emily.see("#asked")).containsText("£9.00 asked, not answered yet");
            emily.press("Escape");
            assertThat(emily.see("#lines .ask-ASKED")).containsText("£9.00 asked");
            emily.picture("asked");

            assertThat(graham.see(CARD)).containsText("Emily Clarke");
            assertThat(graham.see(CARD)).containsText("cracked handle");
            assertThat(graham.see(CARD + " .margin")).containsText("margin");
            // it came by itself and left the cursor where it was
            assertThat(graham.page.locator("#keysButton")).isFocused();
            graham.picture("floor-request");
            assertThat(graham.barriers()).isEmpty();

            emily.add("assam tea", 2);
            emily.type("half typ");
            graham.press("Alt+R");
            assertThat(graham.page.locator(CARD + " input").first()).isFocused();
            assertThat(graham.page.locator(CARD + " input").first()).hasValue("9.00");
            // too much even for a supervisor, and what was typed stays
            graham.page.locator(CARD + " input").first().fill("4.00");
            graham.press("Enter");
            assertThat(graham.see(CARD + " .ui-message-error")).not().isEmpty();
            assertThat(graham.page.locator(CARD + " input").first()).hasValue("4.00");
            graham.page.locator(CARD + " input").first().fill("9.25");
            graham.press("Enter");
            graham.gone(CARD);
            assertThat(graham.see("#decided")).containsText("Graham Wells approved £9.25");
            assertThat(graham.page.locator("#requestsTitle")).isFocused();

            assertThat(emily.see("#priceNews")).containsText("Graham Wells approved £9.25");
            assertThat(emily.see("#lines .ask-APPROVED")).containsText("£9.25 approved by Graham Wells");
            assertThat(emily.see("#lines")).containsText("9.25");
            assertThat(emily.page.locator("#productSearch")).isFocused();
            assertThat(emily.page.locator("#productSearch")).hasValue("half typ");
            emily.picture("asked-approved");
            assertThat(emily.barriers()).isEmpty();
            assertThat(emily.faults).isEmpty();
            assertThat(graham.faults).isEmpty();
        }
    }

    @Test
    void theFirstAnswerCountsAndWhoTypesAnotherIsTold() {
        try (AgentPage emily = stage.agent("emily.clarke");
                AgentPage graham = floor("graham.wells", "en");
                AgentPage petra = floor("petra.lindner", "de")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("stoneware mug 350 ml, blue", 1);
            ask(emily, "9.00", "");
            graham.press("Alt+R");
            assertThat(graham.page.locator(CARD + " input").first()).isFocused();
            petra.see(CARD).locator("input").last().fill("nicht ohne Rücksprache");
            petra.page
                    .locator(CARD)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ablehnen"))
                    .click();
            // who is in the card keeps the cursor and reads who was first
            assertThat(graham.see("#requests .over .ended")).containsText("Petra Lindner refused £9.00");
            assertThat(graham.page.locator("#requests .over input").first()).isFocused();
            graham.press("Enter");
            assertThat(graham.see("#requests .over .form-says")).containsText("Petra Lindner has answered already");
            graham.page.locator("#keysButton").focus();
            graham.gone("#requests .request");

            assertThat(emily.see("#priceNews")).containsText("Petra Lindner refused £9.00");
            assertThat(emily.see("#asked")).containsText("nicht ohne Rücksprache");
            emily.press("Escape");
            assertThat(emily.see("#lines .ask-REFUSED")).containsText("£9.00 refused by Petra Lindner");
            // it can be asked again, taken back, and asked by nobody then
            ask(emily, "9.50", "please");
            petra.see(CARD);
            emily.press("Escape");
            emily.page.getByLabel(Pattern.compile("^Take back: ")).click();
            petra.gone("#requests .request");
            assertThat(petra.see("#decided")).containsText("zurückgezogen von Emily Clarke");
            emily.gone("#lines .ask");
            petra.picture("floor-decided-de");
            assertThat(petra.barriers()).isEmpty();
            assertThat(emily.faults).isEmpty();
            assertThat(petra.faults).isEmpty();
            assertThat(graham.faults).isEmpty();
        }
    }

    @Test
    void nobodyAnswersInTime() {
        stage.database.change("insert into price_request_rule (channel_id, seconds, version)"
                + " select id, 12, 1 from sales_channel where code = 'DE'");
        try (AgentPage anna = new AgentPage(stage, stage.ringdesk, "anna.schmidt", "de");
                AgentPage petra = floor("petra.lindner", "de")) {
            anna.logIn().beginOrder(stage.nextCustomer("DE"));
            anna.add("steinzeugbecher", 1);
            ask(anna, "10,60", "bitte");
            petra.see(CARD);
            assertThat(anna.see("#priceNews", LATE)).containsText("Niemand hat rechtzeitig geantwortet");
            petra.gone("#requests .request");
            assertThat(petra.see("#decided")).containsText("niemand hat rechtzeitig geantwortet");
            assertThat(anna.see("#asked")).containsText("niemand hat rechtzeitig geantwortet");
            anna.press("Escape");
            assertThat(anna.see("#lines .ask-TIMED_OUT")).containsText("niemand hat rechtzeitig geantwortet");
            anna.picture("asked-de");
            assertThat(anna.barriers()).isEmpty();
            assertThat(anna.faults).isEmpty();
            assertThat(petra.faults).isEmpty();
        } finally {
            stage.database.change("delete from price_request_rule");
        }
    }

    private AgentPage floor(String login, String language) {
        AgentPage supervisor = new AgentPage(stage, stage.ringdesk, login, language);
        supervisor.page.navigate("/supervision/floor.xhtml");
        supervisor.typeLogIn(supervisor.password());
        supervisor.see("#requests .empty");
        return supervisor;
    }

    /** From the lines: by keyboard once the price is typed. */
    private static void ask(AgentPage agent, String price, String words) {
        agent.press("Alt+I");
        agent.see("#priceDetails");
        agent.page.locator("#prices\\:price").fill(price);
        agent.page.locator("#prices\\:reason").selectOption("DAMAGED");
        agent.page.locator("#prices\\:change").click();
        assertThat(agent.page.locator("#prices\\:note")).isFocused();
        agent.type(words);
        agent.press(words.isEmpty() ? "Alt+H" : "Enter");
        agent.see("#asked .ask-ASKED");
        assertThat(agent.page.locator("#prices\\:price")).isFocused();
    }
}
