package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong at Emily's desk is said where she looks, in English, and nothing is lost or doubled. */
@ExtendWith(Stage.Extension.class)
class BadInputIT {
    private static final double PATIENCE = 15_000;

    private final Stage stage;
    private final AgentPage emily;

    BadInputIT(Stage stage) {
        this.stage = stage;
        this.emily = stage.agent("emily.clarke");
    }

    @AfterEach
    void leave() {
        emily.close();
        assertThat(emily.faults).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidAndTheNameStays() {
        emily.page.navigate("/agent/workspace.xhtml");
        emily.typeLogIn("not the password");
        assertThat(emily.see("#login\\:notices")).containsText("The user name or the password is not right.");
        assertThat(emily.page.locator("#login\\:name")).hasValue("emily.clarke");
    }

    @Test
    void impossibleQuantitiesAddNothing() {
        beginOrder();
        for (String quantity : new String[] {"0", "-3", "999999999"}) {
            emily.page.locator("#quantity").fill(quantity);
            search("mug");
            assertThat(emily.see("#entry .ui-message-error")).containsText("The quantity must be between 1 and 9999");
        }
        emily.page.locator("#productSearch").fill("no such thing");
        assertThat(emily.see("#productFound .note")).isVisible();
        assertThat(linesOf(emily.orderNumber())).isZero();
    }

    @Test
    void anExpiredSessionLeadsToTheLogInAndBackToTheDraft() {
        beginOrder();
        emily.add("mug", 1);
        String number = emily.orderNumber();
        emily.context.clearCookies();
        emily.press("F9");
        assertThat(emily.see("main.sheet .notice")).containsText("Your session has ended");
        emily.typeLogIn(stage.ringdesk.password());
        assertThat(emily.page.locator("#orderFacts")).hasAttribute("data-number", number);
        emily.lines(1);
    }

    @Test
    void theSecondOfTwoBrowsersIsToldWhatTheFirstChanged() {
        beginOrder();
        emily.add("mug", 1);
        String number = emily.orderNumber();
        try (AgentPage second = stage.agent("emily.clarke")) {
            // deaf: it hears nothing of what others do
            second.page.routeWebSocket("**/push/**", socket -> {});
            second.logIn();
            second.page.navigate("/agent/workspace.xhtml?order=" + number);
            assertThat(second.page.locator("#orderFacts")).hasAttribute("data-number", number);

            emily.add("lamp", 2);
            second.page.locator("#productSearch").fill("candle");
            second.see("#productFound .option");
            second.page.locator("#productSearch").press("Enter");
            assertThat(second.page.locator("main"))
                    .containsText(
                            "Emily Clarke changed this order",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
            second.lines(2);
        }
    }

    @Test
    void aLogInOnAnotherBrowserFindsTheDraft() {
        beginOrder();
        emily.add("mug", 1);
        String number = emily.orderNumber();
        try (AgentPage second = stage.agent("emily.clarke").logIn()) {
            second.page.locator("[data-open-order=" + number + "]").click();
            assertThat(second.page.locator("#orderFacts")).hasAttribute("data-number", number);
            second.lines(1);
            second.add("lamp", 2);
            assertThat(emily.page.locator("#lines\\:table tbody tr.ui-widget-content:not(.ui-datatable-empty-message)"))
                    .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        }
    }

    @Test
    void aProductWithdrawnMeanwhileIsRefused() {
        beginOrder();
        emily.page.locator("#productSearch").fill("CDL-001");
        assertThat(emily.see("#productFound .option")).containsText("CDL-001");
        stage.database.change("update product set active = false where number = 'CDL-001'");
        emily.press("Enter");
        assertThat(emily.see("#entry .ui-message-error"))
                .containsText("The product CDL-001 is not sold in this channel.");
        assertThat(emily.page.locator("#productSearch")).hasValue("CDL-001");
        stage.database.change("update product set active = true where number = 'CDL-001'");
        assertThat(linesOf(emily.orderNumber())).isZero();
    }

    private void beginOrder() {
        emily.logIn().beginOrder(stage.nextCustomer());
    }

    private void search(String words) {
        emily.page.locator("#productSearch").fill(words);
        emily.see("#productFound .option");
        emily.page.locator("#productSearch").press("Enter");
    }

    private long linesOf(String number) {
        return stage.database.count(
                "select count(*) n from order_line l join sales_order o on o.id = l.order_id where o.number = ?",
                number);
    }
}
