package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders held by hand at entry, at the recap and after placing, in both languages. */
@ExtendWith(Stage.Extension.class)
class HoldsIT {
    private final Stage stage;

    HoldsIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void anOrderIsHeldAtTheRecapAndPlacedWhenItIsCleared() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("stoneware mug 350 ml, blue", 1);
            emily.press("F9");
            assertThat(emily.page.locator("#payment\\:amount")).isFocused();
            emily.press("Enter");
            emily.gone("#payment\\:amount");
            emily.press("F10");
            assertThat(emily.page.locator("#complete\\:place")).isFocused();
            hold(emily, "ADDRESS", "");
            assertThat(emily.see("#hold .ui-message-error")).containsText("Say why");
            emily.type("Which floor?");
            emily.press("Enter");
            assertThat(emily.see("#onHold")).containsText("Address to be clarified");
            assertThat(emily.see("#onHold")).containsText("Which floor?");
            emily.gone("#complete\\:place");
            emily.gone("#lines\\:table\\:0\\:quantity");
            assertThat(emily.see("#customer .status-ON_HOLD")).hasText("On hold");
            emily.picture("held");
            assertThat(emily.barriers()).isEmpty();
            emily.page.locator("#held\\:clearReason").fill("Second");
            emily.see("#onHold button").click();
            emily.gone("#onHold");
            emily.place();
            String number = emily.orderNumber();
            assertThat(emily.see("#placedNumber")).hasText(number);

            hold(emily, "WISH", "");
            emily.see("#onHold");
            emily.gone("#placedNumber");
            assertThat(stage.database.row("select status from sales_order where number = ?", number))
                    .containsEntry("status", "ON_HOLD");
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void whatOthersMustClearIsSaidInGerman() {
        String number;
        try (AgentPage anna = new AgentPage(stage, stage.ringdesk, "anna.schmidt", "de")) {
            anna.logIn().beginOrder(stage.nextCustomer("DE"));
            anna.add("3 assam", 1);
            number = anna.orderNumber();
            hold(anna, "FRAUD", "Dritte Karte");
            assertThat(anna.see("#onHold")).containsText("Freigeben darf es jemand anders");
            anna.gone("#onHold button");
            anna.picture("held-de");
            assertThat(anna.barriers()).isEmpty();
            anna.press("Alt+O");
            assertThat(anna.see("#orderColumn tr:has-text('" + number + "') .status-ON_HOLD"))
                    .hasText("Angehalten");
            assertThat(anna.faults).isEmpty();
        }
        try (AgentPage miriam = new AgentPage(stage, stage.ringdesk, "miriam.vogel", "de")) {
            miriam.logIn();
            miriam.page.navigate("/agent/workspace.xhtml?order=" + number);
            miriam.see("#onHold button").click();
            miriam.gone("#onHold");
            assertThat(miriam.page.locator("#orderFacts")).hasAttribute("data-status", "DRAFT");
            assertThat(miriam.faults).isEmpty();
        }
    }

    private static void hold(AgentPage agent, String code, String reason) {
        agent.press("Alt+0");
        assertThat(agent.page.locator("#hold\\:code")).isFocused();
        agent.page.locator("#hold\\:code").selectOption(code);
        agent.page.locator("#hold\\:reason").fill(reason);
        agent.page.locator("#hold\\:reason").press("Enter");
    }
}
