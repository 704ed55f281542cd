package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server dies in the middle of Oliver's order. */
@ExtendWith(Stage.Extension.class)
class RestartIT {
    private final Stage stage;
    private final AgentPage oliver;

    RestartIT(Stage stage) {
        this.stage = stage;
        this.oliver = stage.agent("oliver.hughes");
    }

    @AfterEach
    void leave() {
        oliver.close();
        assertThat(oliver.faults).isEmpty();
    }

    @Test
    void aServerThatIsKilledLosesNeitherLinesNorPayments() {
        oliver.logIn().beginOrder(stage.nextCustomer());
        oliver.add("3 mug", 1);
        oliver.add("lamp", 2);
        String number = oliver.orderNumber();
        oliver.press("F9");
        oliver.page.locator("#payment\\:amount").fill("5.00");
        oliver.press("Enter");
        oliver.see("#payments .pay");
        String total = oliver.page.locator("#total").innerText();
        String balance = oliver.page.locator("#balance").innerText();
        oliver.page.locator("#productSearch").fill("half a wo");

        stage.ringdesk.kill();
        assertThat(oliver.see("#liveBanner")).containsText("Live updates were lost");
        assertThat(oliver.page.locator("#productSearch")).hasValue("half a wo");
        stage.startRingdeskAgain();

        assertThat(oliver.see("#liveBanner a", 40_000)).hasText("Log in again");
        assertThat(oliver.page.locator("#liveBanner")).containsText("What was saved is safe.");
        oliver.page.locator("#liveBanner a").click();
        oliver.typeLogIn(stage.ringdesk.password());
        assertThat(oliver.page.locator("#stateWord")).not().isEmpty();
        assertThat(oliver.page.locator("#orderFacts")).hasAttribute("data-number", number);
        oliver.lines(2);
        assertThat(oliver.page.locator("#lines\\:table input.line-quantity").first())
                .hasValue("3");
        assertThat(oliver.page.locator("#payments .pay")).hasCount(1);
        assertThat(oliver.page.locator("#total")).hasText(total);
        assertThat(oliver.page.locator("#balance")).hasText(balance);

        oliver.press("F9");
        assertThat(oliver.page.locator("#payment\\:amount")).isFocused();
        oliver.press("Enter");
        oliver.gone("#payment\\:amount");
        oliver.place();
        assertThat(oliver.see("#placedNumber")).hasText(number);
    }
}
