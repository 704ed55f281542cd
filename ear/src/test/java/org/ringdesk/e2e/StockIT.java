package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is there and when it comes, seen while the order is taken, in both languages. */
@ExtendWith(Stage.Extension.class)
class StockIT {
    private static final Pattern DAY = Pattern.compile(".*\\d.*20\\d\\d.*", Pattern.DOTALL);

    private final Stage stage;

    StockIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void theListSaysWhatIsThereAndWhenItComes() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.type("diamond kite");
            assertThat(option(emily, "KTE-001")).containsText("2 available");
            assertThat(option(emily, "KTE-001")).containsText("colour red");
            assertThat(option(emily, "KTE-001").locator(".by")).hasText(DAY);
            assertThat(option(emily, "KTE-002")).containsText("To follow");
            assertThat(option(emily, "KTE-002").locator(".by")).hasText(DAY);
            assertThat(option(emily, "KTE-004")).containsText("Sold out");
            emily.picture("stock-list");
            assertThat(emily.barriers()).isEmpty();
            emily.page.locator("#productSearch").fill("toys plum");
            assertThat(option(emily, "KTE-004")).isVisible();
            emily.page.locator("#productSearch").fill("notebook address book, sand");
            assertThat(emily.see("#productFound .note")).isVisible();
            emily.page.locator("#productSearch").fill("NBK-008");
            assertThat(option(emily, "NBK-008")).containsText("sold from");
            emily.press("Enter");
            assertThat(emily.see("#entry .ui-message-error")).containsText("is not sold before");
            assertThat(emily.page.locator("#productSearch")).hasValue("NBK-008");
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsSaidAtOnceAndRefusedWhenItIsPlaced() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("2 KTE-003", 1);
            assertThat(emily.see(".lines .supply-GOOD")).containsText("Delivery ");
            Locator quantity = emily.page.locator("#lines\\:table\\:0\\:quantity");
            quantity.fill("5");
            quantity.press("Enter");
            assertThat(emily.see(".lines .supply-BAD")).containsText("Only 3 available, cannot be ordered so");
            emily.page.locator("#productSearch").focus();
            String number = emily.orderNumber();
            emily.payBy(1, "000123");
            emily.place();
            assertThat(emily.see("#notices .bad")).containsText("only 3 pieces are available, 5 are wanted");
            assertThat(emily.page.locator("#orderFacts")).hasAttribute("data-status", "DRAFT");
            assertThat(emily.page.locator("#orderFacts")).hasAttribute("data-number", number);
            emily.picture("stock-refused");
            assertThat(emily.barriers()).isEmpty();
            assertThat(stage.database.row("""
                            select o.status, (select sum(l.quantity) from order_line l where l.order_id = o.id) pieces,
                              (select count(*) from payment p where p.order_id = o.id and p.status = 'NOT_SUBMITTED') payments,
                              (select count(*) from stock_claim c where c.holder = o.id) claims
                            from sales_order o where o.number = ?
                            """, number))
                    .containsEntry("status", "DRAFT")
                    .containsEntry("pieces", 5L)
                    .containsEntry("payments", 1L)
                    .containsEntry("claims", 0L);
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void whatComesLaterIsPromisedInTheRecapAndKeptInGerman() {
        try (AgentPage miriam = new AgentPage(stage, stage.ringdesk, "miriam.vogel", "de")) {
            miriam.logIn().beginOrder(stage.nextCustomer("DE"));
            miriam.type("drachen schnur");
            assertThat(option(miriam, "KTE-001")).containsText("verfügbar");
            miriam.picture("stock-list-de");
            miriam.page.locator("#productSearch").fill("");
            miriam.add("8 THM-004", 1);
            assertThat(miriam.see(".lines .supply-WARN")).containsText("4 verfügbar, 4 folgen · Lieferung ");
            miriam.add("küchenstuhl, buche, blau", 2);
            assertThat(miriam.see(".lines")).containsText("eigenes Paket");
            String number = miriam.orderNumber();
            miriam.payByCard();
            miriam.press("F10");
            assertThat(miriam.page.locator("#complete\\:place")).isFocused();
            assertThat(miriam.see(".lines .supply-WARN")).containsText("Lieferung ");
            miriam.picture("stock-recap-de");
            assertThat(miriam.barriers()).isEmpty();
            miriam.press("Enter");
            assertThat(miriam.see("#placedNumber")).hasText(number);
            assertThat(miriam.see(".lines .supply-WARN")).containsText("4 folgen, zugesagt für ");
            miriam.picture("stock-placed-de");
            assertThat(stage.database.count(
                            "select l.missing n from order_line l join sales_order o on o.id = l.order_id"
                                    + " where o.number = ? and l.position = 1 and l.promised_on > current_date",
                            number))
                    .isEqualTo(4);
            assertThat(miriam.faults).isEmpty();
        }
    }

    private static Locator option(AgentPage agent, String product) {
        return agent.see("#productFound .option:has-text('" + product + "')");
    }
}
