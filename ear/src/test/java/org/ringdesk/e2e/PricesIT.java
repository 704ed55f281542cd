package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Codes that a customer reads out, what gave the prices, and a price given by hand, in both languages. */
@ExtendWith(Stage.Extension.class)
class PricesIT {
    private final Stage stage;

    PricesIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void codesAreEnteredAndCountWhenTheOrderIsPlaced() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("6 assam tea", 1);
            // 10 % off 6 at 9.95
            assertThat(emily.see("#discount")).hasText("-£5.97");
            emily.add("scented candle, lavender", 2);
            enter(emily, "light26");
            assertThat(emily.see("#entered")).containsText("LIGHT26");
            // 10 % less than 15.95 in the catalogue
            assertThat(emily.see("#lines")).containsText("14.36");
            assertThat(emily.page.locator("#productSearch")).isFocused();
            enter(emily, "welcome");
            assertThat(emily.see("#entered")).containsText("WELCOME");
            // and 5 % off the candle
            assertThat(emily.see("#discount")).hasText("-£6.69");
            enter(emily, "summer99");
            assertThat(emily.see("#codes .ui-message-error")).containsText("SUMMER99 is neither");
            assertThat(emily.page.locator("#codes\\:code")).hasValue("summer99");
            emily.picture("codes");
            assertThat(emily.barriers()).isEmpty();

            String number = emily.orderNumber();
            emily.press("F9");
            assertThat(emily.page.locator("#payment\\:amount")).isFocused();
            emily.press("Enter");
            emily.gone("#payment\\:amount");
            emily.place();
            assertThat(emily.see("#placedNumber")).hasText(number);
            assertThat(stage.database.row(
                            "select count(*) n from coupon_use u join sales_order o on o.id = u.order_id where o.number = ?",
                            number))
                    .containsEntry("n", 1L);
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void theAgentSeesWhatGaveAPriceAndChangesItWithinLimits() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("3 assam tea", 1);
            emily.add("stoneware mug 350 ml, blue", 2);
            emily.press("Alt+I");
            assertThat(emily.see("#priceDetails")).containsText("Quantity discount PANTRY");
            assertThat(emily.see("#priceDetails")).containsText("-£1.49");
            changeTo(emily, "9.00");
            assertThat(emily.see("#prices .ui-message-error")).containsText("at most. Ask a supervisor.");
            changeTo(emily, "10.00");
            assertThat(emily.see("#priceDetails")).containsText("Price given by hand DAMAGED");
            emily.picture("prices");
            assertThat(emily.barriers()).isEmpty();
            emily.press("Escape");
            assertThat(emily.see("#lines")).containsText("10.00");
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void theSameInGerman() {
        try (AgentPage anna = new AgentPage(stage, stage.ringdesk, "anna.schmidt", "de")) {
            anna.logIn().beginOrder(stage.nextCustomer("DE"));
            anna.add("3 assam", 1);
            enter(anna, "nichts");
            assertThat(anna.see("#codes .ui-message-error")).containsText("NICHTS ist weder");
            anna.press("Alt+I");
            assertThat(anna.see("#priceDetails")).containsText("Mengennachlass VORRAT");
            anna.picture("prices-de");
            assertThat(anna.barriers()).isEmpty();
            assertThat(anna.faults).isEmpty();
        }
    }

    private static void enter(AgentPage agent, String code) {
        agent.press("Alt+V");
        assertThat(agent.page.locator("#codes\\:code")).isFocused();
        agent.type(code);
        agent.press("Enter");
    }

    private static void changeTo(AgentPage agent, String price) {
        Locator field = agent.page.locator("#prices\\:price");
        field.fill(price);
        agent.page.locator("#prices\\:reason").selectOption("DAMAGED");
        agent.page.locator("#prices\\:change").click();
    }
}
