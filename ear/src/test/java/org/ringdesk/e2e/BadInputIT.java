package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong at Emily's desk is said where she looks, in English, and nothing is lost or doubled. */
@ExtendWith(Stage.Extension.class)
class BadInputIT {
    private static final double PATIENCE = 15_000;
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

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
        assertThat(emily.see("#login\\:messages")).containsText("The user name or the password is not right.");
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
        assertThat(stage.database.row(
                        "select 1 from order_line l join sales_order o on o.id = l.order_id where o.number = ?",
                        emily.orderNumber()))
                .isEmpty();
    }

    @Test
    void paymentsMustCoverTheTotalExactly() {
        beginOrder();
        emily.add("mug", 1);
        emily.press("F9");
        Locator amount = emily.page.locator("#payment\\:amount");
        assertThat(amount).isFocused();
        amount.fill("99999.00");
        emily.press("Enter");
        assertThat(emily.see("#payment .ui-message-error")).containsText("The amount must be above zero");
        amount.fill("0.01");
        emily.press("Enter");
        assertThat(emily.page.locator("#productSearch")).isFocused();
        emily.press("F10");
        assertThat(emily.see("#complete\\:place")).isDisabled();
    }

    @Test
    void aDeclinedCardIsReplacedByAnother() {
        beginOrder();
        emily.add("mug", 1);
        String number = emily.orderNumber();
        payBy("DECLINED");
        place();
        assertThat(emily.see("#orderColumn")).containsText("A payment was declined.");
        emily.page.locator("#payments button").first().click();
        payBy("VISA");
        place();
        assertThat(emily.see("#placedNumber")).hasText(number);
    }

    @Test
    void aGatewayThatGivesNoAnswerIsAskedAgainAndChargesOnce() {
        beginOrder();
        emily.add("mug", 1);
        String number = emily.orderNumber();
        payBy("TIMED_OUT");
        place();
        assertThat(emily.see("#orderColumn")).containsText("Do not take the money again.");
        Map<String, @Nullable Object> placed = stage.database.awaitRow("""
                select o.status, p.status paid, p.amount, (select count(*) from payment x where x.order_id = o.id) payments
                from sales_order o join payment p on p.order_id = o.id where o.number = ? and o.status = 'PLACED'
                """, number);
        assertThat(placed).containsEntry("paid", "AUTHORIZED").containsEntry("payments", 1L);
        assertThat(chargesOf(number)).isEqualTo(1);
    }

    @Test
    void aDoubleClickPlacesOnce() {
        beginOrder();
        emily.add("mug", 1);
        String number = emily.orderNumber();
        payBy("VISA");
        emily.press("F10");
        emily.see("#complete\\:place").dblclick();
        assertThat(emily.see("#placedNumber")).hasText(number);
        assertThat(stage.database.row(
                        "select count(*) n from order_event e join sales_order o on o.id = e.order_id where o.number = ? and e.kind = 'PLACED'",
                        number))
                .containsEntry("n", 1L);
        assertThat(chargesOf(number)).isEqualTo(1);
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
        emily.see("#stateWord");
        emily.page.navigate("/agent/workspace.xhtml?order=" + number);
        assertThat(emily.page.locator("#orderFacts")).hasAttribute("data-number", number);
        assertThat(emily.page.locator("#lines\\:table tbody tr.ui-widget-content"))
                .hasCount(1);
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
            assertThat(second.page.locator("#lines\\:table tbody tr.ui-widget-content"))
                    .hasCount(2);
        }
    }

    private void beginOrder() {
        emily.logIn();
        Locator search = emily.page.locator("#customerSearch");
        String customer = nextCustomer();
        search.fill(customer);
        emily.see("#customerFound .option");
        search.press("Enter");
        assertThat(emily.see("#customer .who")).containsText(customer);
        emily.press("F8");
        assertThat(emily.page.locator("#orderFacts")).hasAttribute("data-status", "DRAFT");
        assertThat(emily.page.locator("#productSearch")).isFocused();
    }

    /** Each order is for somebody else: an agent's open draft for a customer is taken up again, not begun anew. */
    private String nextCustomer() {
        Object number = stage.database
                .row(
                        "select number from customer where country = 'GB' order by number offset ? limit 1",
                        CUSTOMERS.getAndIncrement())
                .get("number");
        return String.valueOf(number);
    }

    private void search(String words) {
        emily.page.locator("#productSearch").fill(words);
        emily.see("#productFound .option");
        emily.page.locator("#productSearch").press("Enter");
    }

    private void payBy(String card) {
        emily.press("F9");
        assertThat(emily.page.locator("#payment\\:amount")).isFocused();
        emily.page.locator("#payment\\:card").selectOption(card);
        emily.page.locator("#payment\\:amount").press("Enter");
        assertThat(emily.page.locator("#payment\\:amount")).hasCount(0);
    }

    private void place() {
        emily.press("F10");
        assertThat(emily.page.locator("#complete\\:place")).isFocused();
        emily.press("Enter");
    }

    private long chargesOf(String number) {
        Object count = stage.database
                .row(
                        "select count(*) n from sandbox_charge s where s.outcome = 'APPROVED' and exists"
                                + " (select 1 from payment p join sales_order o on o.id = p.order_id"
                                + " where o.number = ? and s.idempotency_key like p.idempotency_key || '%')",
                        number)
                .get("n");
        return count instanceof Number n ? n.longValue() : -1;
    }
}
