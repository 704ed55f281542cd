package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How an order and its lines are wanted, what is noted about them and charged by hand, in both languages. */
@ExtendWith(Stage.Extension.class)
class TermsIT {
    private final Stage stage;

    TermsIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void theAgentSaysHowTheOrderAndALineAreWanted() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("stoneware mug 350 ml, blue", 1);
            emily.add("scented candle, lavender", 2);
            assertThat(emily.see("#orderWanted")).containsText("Standard delivery · to ");
            emily.press("Alt+D");
            assertThat(emily.page.locator("#delivery\\:for")).isFocused();
            emily.page.locator("#delivery\\:mode").selectOption("EXPRESS");
            emily.page.locator("#delivery\\:expedite").selectOption("true");
            emily.page.locator("#delivery\\:save").click();
            assertThat(emily.see("#orderWanted")).containsText("Express delivery");
            assertThat(emily.see("#orderWanted")).containsText("Expedite");
            // two lines by express at 4.50, and the delivery
            assertThat(emily.see("#recap")).containsText("£13.95");

            emily.page.locator("#delivery\\:for").selectOption("2");
            assertThat(emily.page.locator("#delivery\\:mode")).hasValue("");
            emily.page.locator("#delivery\\:mode").selectOption("PICKUP");
            emily.page.locator("#delivery\\:day").fill("2001-01-01");
            emily.page.locator("#delivery\\:save").click();
            assertThat(emily.see("#delivery .ui-message-error")).containsText("from today on");
            assertThat(emily.page.locator("#delivery\\:mode")).hasValue("PICKUP");
            // a part of a day is not taken for none
            emily.page.locator("#delivery\\:day").fill("");
            emily.page.locator("#delivery\\:day").focus();
            emily.type("12");
            emily.page.locator("#delivery\\:save").click();
            assertThat(emily.see("#delivery .ui-message-error")).containsText("no whole day");
            assertThat(emily.page.locator("#delivery\\:day")).isFocused();
            emily.page.locator("#delivery\\:day").fill("2030-01-01");
            emily.page.locator("#delivery\\:day").fill("");
            emily.page.locator("#delivery\\:save").click();
            assertThat(emily.see("#recap")).containsText("£9.45");

            note(emily, "Ring twice", "PRINTED");
            note(emily, "Was angry", "INTERNAL");
            assertThat(emily.see("#notes")).containsText("Customer, printed · Emily Clarke");
            // who may not charge by hand is not asked what
            emily.gone("#charges\\:amount");
            emily.picture("terms");
            assertThat(emily.barriers()).isEmpty();
            emily.press("Escape");
            assertThat(emily.see(".lines .differs")).containsText("Collection from the shop");
            emily.picture("terms-lines");
            emily.press("Alt+I");
            assertThat(emily.see("#priceDetails")).containsText("Charge EXPRESS");
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void whoMayChargesByHandInGerman() {
        try (AgentPage miriam = new AgentPage(stage, stage.ringdesk, "miriam.vogel", "de")) {
            miriam.logIn().beginOrder(stage.nextCustomer("DE"));
            miriam.add("steinzeugbecher 350 ml, blau", 1);
            miriam.press("Alt+D");
            assertThat(miriam.page.locator("#delivery\\:for")).isFocused();
            Locator amount = miriam.page.locator("#charges\\:amount");
            amount.fill("25,01");
            miriam.page.locator("#charges\\:add").click();
            assertThat(miriam.see("#charges .ui-message-error")).containsText("höchstens 25,00");
            amount.fill("3,50");
            miriam.page.locator("#charges\\:add").click();
            assertThat(miriam.see("#charges li")).hasText(Pattern.compile("Geschenkverpackung\\s+3,50.*"));
            // the delivery, and the wrapping
            assertThat(miriam.see("#recap")).containsText("9,45");
            miriam.picture("terms-de");
            assertThat(miriam.barriers()).isEmpty();
            miriam.press("Escape");
            assertThat(miriam.page.locator("#productSearch")).isFocused();
            miriam.press("Alt+I");
            assertThat(miriam.see("#priceDetails")).containsText("GIFTWRAP");
            assertThat(miriam.faults).isEmpty();
        }
    }

    private static void note(AgentPage agent, String text, String kind) {
        agent.page.locator("#notes\\:kind").selectOption(kind);
        agent.page.locator("#notes\\:text").fill(text);
        agent.page.locator("#notes\\:add").click();
        assertThat(agent.see("#notes li:has-text('" + text + "')")).isVisible();
    }
}
