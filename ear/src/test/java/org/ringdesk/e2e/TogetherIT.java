package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people have one order open: each sees the other, what the other changes comes at once, and nobody overwrites what they have not seen. */
@ExtendWith(Stage.Extension.class)
class TogetherIT {
    private static final double LATE = 40_000;
    private static final String QUANTITY = "#lines\\:table\\:0\\:quantity";
    private final Stage stage;

    TogetherIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void eachSeesTheOtherComeTypeAndGo() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            String order = order(emily);
            try (AgentPage niamh = at("niamh.byrne", order)) {
                assertThat(emily.see("#company .looks")).hasText("Niamh Byrne is looking at this order");
                assertThat(niamh.see("#company .looks")).hasText("Emily Clarke is looking at this order");
                emily.type("half a wo");
                assertThat(niamh.see("#company .types")).hasText("Emily Clarke is typing in it");
                niamh.picture("together-typing");
                assertThat(niamh.barriers()).isEmpty();
                // still again after a few seconds
                assertThat(niamh.see("#company .looks", LATE)).hasText("Emily Clarke is looking at this order");
                assertThat(niamh.page.locator("#company .types")).hasCount(0);
                niamh.press("Alt+O");
                gone(emily);
                niamh.page.navigate("/agent/workspace.xhtml?order=" + order);
                emily.see("#company .looks");
                assertThat(niamh.faults).isEmpty();
            }
            // the browser was closed
            gone(emily);
            try (AgentPage niamh = at("niamh.byrne", order)) {
                emily.see("#company .looks");
                // nothing comes through any more, and nobody says good-bye
                niamh.page.evaluate(
                        "() => { WebSocket.prototype.send = () => {}; WebSocket.prototype.close = () => {}; }");
                gone(emily);
            }
            assertThat(emily.page.locator("#productSearch")).hasValue("half a wo");
            assertThat(emily.page.locator("#productSearch")).isFocused();
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void whatTheOtherChangesComesWhileOneTypes() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            String order = order(emily);
            try (AgentPage niamh = at("niamh.byrne", order)) {
                Locator quantity = niamh.page.locator(QUANTITY);
                quantity.focus();
                niamh.press("Control+A");
                niamh.type("1");
                emily.add("assam tea", 2);
                niamh.lines(2);
                assertThat(niamh.see("#company .news")).containsText("Emily Clarke changed it at");
                assertThat(quantity).isFocused();
                assertThat(quantity).hasValue("1");
                niamh.type("2");
                assertThat(quantity).hasValue("12");
                niamh.picture("together-changed");
                assertThat(niamh.barriers()).isEmpty();
                niamh.press("Enter");
                assertThat(emily.page.locator(QUANTITY)).hasValue("12", soon());
                assertThat(emily.page.locator("#productSearch")).isFocused();
                // a line before the one that is typed in goes away
                Locator second = niamh.page.locator("[data-line='2']");
                second.focus();
                niamh.press("Control+A");
                niamh.type("5");
                emily.page
                        .getByLabel(Pattern.compile("^Remove: .*mug.*", Pattern.CASE_INSENSITIVE))
                        .click();
                niamh.lines(1);
                assertThat(second).isFocused();
                assertThat(second).hasValue("5");
                niamh.press("Enter");
                assertThat(emily.page.locator("[data-line='2']")).hasValue("5", soon());
                assertThat(emily.faults).isEmpty();
                assertThat(niamh.faults).isEmpty();
            }
        }
    }

    @Test
    void whoIsSecondIsToldWhoWasFirstAndKeepsWhatTheyTyped() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            String order = order(emily);
            try (AgentPage niamh = at("niamh.byrne", order)) {
                emily.press("Alt+D");
                emily.see("#notes\\:text").fill("Leave it with the neighbour");
                newsIsLate(emily);
                changeQuantity(niamh, "4");
                emily.page.locator("#notes\\:add").click();
                assertThat(emily.see("#notices")).containsText("Niamh Byrne changed this order at");
                assertThat(emily.see("#notices")).containsText("quantity 1 → 4");
                assertThat(emily.see("#notes\\:text")).hasValue("Leave it with the neighbour");
                emily.picture("together-second");
                assertThat(emily.barriers()).isEmpty();
                emily.page.locator("#notes\\:add").click();
                assertThat(emily.see("#notes .note-text")).hasText("Leave it with the neighbour");
                emily.press("Escape");

                assertThat(niamh.page.locator("#orderFacts")).hasAttribute("data-version", version(order));
                changeQuantity(niamh, "6");
                Locator quantity = emily.see(QUANTITY);
                quantity.fill("9");
                quantity.press("Enter");
                assertThat(emily.see("#notices")).containsText("quantity 4 → 6");
                assertThat(emily.see(QUANTITY + ".unsaved")).hasValue("9");
                assertThat(stage.database.row(
                                "select quantity from order_line l join sales_order o on o.id = l.order_id where o.number = ?",
                                order))
                        .containsEntry("quantity", 6);
                // seen and wanted all the same
                emily.see(QUANTITY).press("Enter");
                assertThat(niamh.page.locator(QUANTITY)).hasValue("9", soon());
                emily.gone(QUANTITY + ".unsaved");
                assertThat(emily.faults).isEmpty();
                assertThat(niamh.faults).isEmpty();
            }
        }
    }

    @Test
    void whoMayNotSeeTheOrderLearnsNothingOfIt() {
        try (AgentPage emily = stage.agent("emily.clarke");
                AgentPage anna = new AgentPage(stage, stage.ringdesk, "anna.schmidt", "de")) {
            String order = order(emily);
            anna.logIn();
            Object status = anna.page.evaluate(
                    "n => fetch(`/api/orders/${n}/onlookers`, { method: 'POST', headers: { 'Content-Type': 'application/json' },"
                            + " body: '{\"page\":\"x\"}' }).then(r => r.status)",
                    order);
            assertThat(status).isEqualTo(422);
            assertThat(emily.page.locator("#company")).isEmpty();
        }
    }

    private String order(AgentPage agent) {
        agent.logIn().beginOrder(stage.nextCustomer());
        agent.add("stoneware mug 350 ml, blue", 1);
        return agent.orderNumber();
    }

    private AgentPage at(String login, String order) {
        AgentPage agent = stage.agent(login).logIn();
        agent.page.navigate("/agent/workspace.xhtml?order=" + order);
        agent.lines(1);
        agent.see("#company .looks, #company .types");
        return agent;
    }

    private String version(String order) {
        return String.valueOf(stage.database
                .row("select version from sales_order where number = ?", order)
                .get("version"));
    }

    /** As if what is pushed were still on its way. */
    private static void newsIsLate(AgentPage agent) {
        agent.page.evaluate("() => { window.rdReload = () => {}; }");
    }

    private static void changeQuantity(AgentPage agent, String to) {
        Locator quantity = agent.see(QUANTITY);
        quantity.fill(to);
        quantity.press("Enter");
        assertThat(quantity).hasAttribute("data-saved", to);
    }

    private static void gone(AgentPage agent) {
        assertThat(agent.page.locator("#company .looks, #company .types"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LATE));
    }

    private static LocatorAssertions.HasValueOptions soon() {
        return new LocatorAssertions.HasValueOptions().setTimeout(LATE);
    }
}
