package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Placed orders are changed, cancelled and told about, in both languages. */
@ExtendWith(Stage.Extension.class)
class AfterPlacingIT {
    private final Stage stage;

    AfterPlacingIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aPlacedOrderIsChangedAndPlacedAgainThenCancelled() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("stoneware mug 350 ml, blue", 1);
            emily.add("scented candle, lavender", 2);
            String number = pay(emily);
            emily.place();
            assertThat(emily.see("#placedNumber")).hasText(number);
            assertThat(emily.see(".lines .line-status")).hasText("Open");

            change(emily, "CHANGE", "");
            assertThat(emily.see("#change .ui-message-error")).containsText("Say why");
            emily.type("One less");
            emily.press("Enter");
            emily.see("#changing");
            emily.page.locator("#lines\\:table\\:1\\:quantity").waitFor();
            emily.page.locator("button[title='Remove']").last().click();
            emily.lines(1);
            emily.picture("changing");
            assertThat(emily.barriers()).isEmpty();
            emily.place();
            assertThat(emily.see("#placedNumber")).hasText(number);
            emily.gone("#changing");
            assertThat(emily.page.locator("#balance")).hasText("£0.00");

            change(emily, "CANCEL", "Changed their mind");
            assertThat(emily.page.locator("#orderFacts")).hasAttribute("data-status", "CANCELLED");
            assertThat(emily.see("#customer .status-CANCELLED")).hasText("Cancelled");
            emily.see("#cancelled");
            stage.database.awaitRow(
                    "select 1 from payment p join sales_order o on o.id = p.order_id where o.number = ? and p.status ="
                            + " 'VOIDED' and not exists (select 1 from payment x where x.order_id = o.id and x.status <>"
                            + " 'VOIDED')",
                    number);
            emily.press("Alt+J");
            assertThat(emily.page.locator("#historyFoot\\:back")).isFocused();
            assertThat(emily.see("#orderHistory")).containsText("Opened for changes");
            assertThat(emily.see("#orderHistory")).containsText("Emily Clarke");
            assertThat(emily.see("#orderEvents tbody tr")).containsText("(Changed their mind)");
            emily.picture("history");
            assertThat(emily.barriers()).isEmpty();
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void whatTheWarehouseSaysIsShownInGerman() {
        try (AgentPage anna = new AgentPage(stage, stage.ringdesk, "anna.schmidt", "de")) {
            anna.logIn().beginOrder(stage.nextCustomer("DE"));
            anna.add("3 assam", 1);
            anna.add("steinzeugbecher 350 ml, blau", 2);
            String number = pay(anna);
            anna.place();
            assertThat(anna.see("#placedNumber")).hasText(number);
            tell(
                    "update order_line set status = 'BACKORDERED', shipped = 1 where position = 1 and order_id = ",
                    number);
            tell("update sales_order set status = 'BACKORDERED', version = version + 1 where id = ", number);
            tell(
                    "insert into shipment (id, order_id, reference, carrier, tracking, at, who, version) select -o.id, o.id,"
                            + " 'P-1', 'DHL', 'JD0001', now(), 'warehouse', 1 from sales_order o where o.id = ",
                    number);
            tell(
                    "insert into shipment_line (shipment_id, line_position, pieces) select -o.id, 1, 1 from sales_order o"
                            + " where o.id = ",
                    number);
            anna.page.navigate("/agent/workspace.xhtml?order=" + number);
            assertThat(anna.see(".lines .status-BACKORDERED")).hasText("Wartet auf Ware · 1 von 3 versandt");
            assertThat(anna.see("#shipments")).containsText("JD0001");
            change(anna, "1", "Will nicht warten");
            assertThat(anna.see(".lines .status-SHIPPED")).containsText("Versandt");
            anna.see("#cancelled");
            anna.picture("sent-de");
            assertThat(anna.barriers()).isEmpty();
            assertThat(anna.faults).isEmpty();
        }
    }

    /** As the warehouse would: its door has no page. */
    private void tell(String sql, String number) {
        stage.database.change(sql + "(select n.id from sales_order n where n.number = '" + number + "')");
    }

    /** @return the order's number */
    private static String pay(AgentPage agent) {
        agent.press("F9");
        assertThat(agent.page.locator("#payment\\:amount")).isFocused();
        agent.press("Enter");
        agent.gone("#payment\\:amount");
        return agent.orderNumber();
    }

    private static void change(AgentPage agent, String what, String reason) {
        agent.press("Alt+Q");
        assertThat(agent.page.locator("#change\\:what")).isFocused();
        agent.page.locator("#change\\:what").selectOption(what);
        agent.page.locator("#change\\:reason").fill(reason);
        agent.page.locator("#change\\:reason").press("Enter");
    }
}
