package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Boxes by keyboard, from the first line to the history, in both languages. */
@ExtendWith(Stage.Extension.class)
class UnitsIT {
    private final Stage stage;

    UnitsIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void boxesAreTypedReadBackAndPlaced() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            Locator search = emily.page.locator("#productSearch");
            Locator quantity = emily.page.locator("#quantity");

            // completed while it is typed
            emily.press("Shift+Tab");
            emily.press("Shift+Tab");
            assertThat(quantity).isFocused();
            emily.press("Control+A");
            emily.type("2 b");
            assertThat(quantity).hasValue("2 box");
            emily.press("Enter");
            assertThat(search).isFocused();
            emily.type("earl grey");
            assertThat(emily.see("#productFound .option")).containsText("box of 12 £109.00");
            emily.picture("units-find");
            emily.press("Enter");
            emily.lines(1);
            assertThat(emily.see("#lines .line-unit")).hasText("box of 12");
            assertThat(quantity).hasValue("1");
            // 24 pieces of food: 10 % off 218.00
            assertThat(emily.see("#discount")).hasText("-£21.80");

            // switched by a key while the product is marked
            emily.type("earl grey");
            emily.see("#productFound .option");
            emily.press("Alt+5");
            assertThat(quantity).hasValue("1 box");
            emily.press("Alt+5");
            assertThat(quantity).hasValue("1");
            emily.press("Enter");
            emily.lines(2);

            // in the search itself
            emily.add("3 box lime blossom", 3);
            assertThat(emily.page.locator("#lines .line-unit")).hasCount(2);
            assertThat(emily.see("#lines")).containsText("51.00");

            // a unit that it does not have, and back to pieces in the line
            quantity.fill("1 pallet");
            search.focus();
            emily.type("earl grey");
            emily.see("#productFound .option");
            emily.press("Enter");
            assertThat(emily.see("#entry .ui-message-error")).containsText("It is sold by: piece, box.");
            assertThat(quantity).hasValue("1 pallet");
            search.fill("");
            quantity.fill("1");
            Locator honey = emily.page.locator(".line-quantity").nth(2);
            honey.fill("4 piece");
            honey.press("Enter");
            assertThat(emily.page.locator("#lines .line-unit")).hasCount(1);
            assertThat(emily.see("#lines")).containsText("8.50");
            emily.picture("units");
            assertThat(emily.barriers()).isEmpty();

            emily.press("Alt+I");
            assertThat(emily.see("#priceDetails")).containsText("Earl Grey 250 g × 2 box");
            assertThat(emily.see("#priceDetails")).containsText("£109.00");
            emily.picture("units-prices");
            assertThat(emily.barriers()).isEmpty();
            emily.press("Escape");
            emily.see("#lines .line-unit");

            String number = emily.orderNumber();
            emily.press("F9");
            assertThat(emily.page.locator("#payment\\:amount")).isFocused();
            emily.press("Enter");
            emily.gone("#payment\\:amount");
            emily.press("F10");
            assertThat(emily.page.locator("#complete\\:place")).isFocused();
            assertThat(emily.see("#lines .line-unit")).hasText("box of 12");
            emily.picture("units-recap");
            emily.press("Enter");
            assertThat(emily.see("#placedNumber")).hasText(number);
            assertThat(stage.database.row("""
                            select l.quantity, l.unit, l.unit_pieces pieces from order_line l
                            join sales_order o on o.id = l.order_id where o.number = ? and l.position = 1
                            """, number))
                    .containsEntry("quantity", 2)
                    .containsEntry("unit", "BOX")
                    .containsEntry("pieces", 12);

            emily.press("Alt+J");
            assertThat(emily.see("#middle, #order")).containsText("2 box");
            emily.picture("units-history");
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void theSameInGerman() {
        try (AgentPage anna = new AgentPage(stage, stage.ringdesk, "anna.schmidt", "de")) {
            anna.logIn().beginOrder(stage.nextCustomer("DE"));
            anna.add("2 karton earl", 1);
            assertThat(anna.see("#lines .line-unit")).hasText("Karton zu 12");
            anna.page.locator("#quantity").fill("3 Kart");
            anna.page.locator("#productSearch").focus();
            anna.add("lindenblüten", 2);
            assertThat(anna.page.locator("#lines .line-unit").last()).hasText("Karton zu 6");
            anna.type("hausmischung");
            assertThat(anna.see("#productFound .option")).containsText("Packung zu 4");
            anna.picture("units-de");
            anna.press("Escape");
            anna.press("Alt+I");
            assertThat(anna.see("#priceDetails")).containsText("Earl Grey 250 g × 2 Karton");
            anna.picture("units-prices-de");
            assertThat(anna.barriers()).isEmpty();
            assertThat(anna.faults).isEmpty();
        }
    }

    @Test
    void anAdminSeesAndSetsUnitsTaxesAndSourceCodes() {
        try (AgentPage katrin = new AgentPage(stage, stage.ringdesk, "katrin.brandt", "de")) {
            katrin.page.navigate("/administration/prices.xhtml?kind=UNIT&rule=TEA-003 BOX");
            katrin.typeLogIn(katrin.password());
            assertThat(katrin.see("#sheet")).containsText("TEA-003");
            katrin.page.locator("[data-field=prices]").fill("DE 138,00\nUK 109,00\nUK 110,00");
            katrin.press("F9");
            assertThat(katrin.see("#sheet .ui-message-error")).containsText("Zeile 3");
            katrin.page.locator("[data-field=prices]").fill("DE 138,00\nUK 109,00");
            katrin.press("F9");
            assertThat(katrin.see("#sheet .ui-message-info")).containsText("Gespeichert.");
            katrin.picture("prices-units");
            assertThat(katrin.barriers()).isEmpty();

            // a rate of a country that nothing is sold in, from a day on
            katrin.page.navigate("/administration/prices.xhtml?kind=TAX&rule=new");
            katrin.page.locator("[data-field=country]").fill("LI");
            katrin.page.locator("[data-field=taxed]").fill("STANDARD");
            katrin.page.locator("[data-field=percent]").fill("8,1");
            katrin.page.locator("[data-field=from]").fill("2031-01-01");
            katrin.press("F9");
            assertThat(katrin.see("#sheet .ui-message-info")).containsText("Gespeichert.");
            assertThat(katrin.see("#list tr.here")).containsText("2031-01-01");
            assertThat(katrin.see("#history")).containsText("Katrin Brandt");
            katrin.picture("prices-taxes");
            assertThat(katrin.barriers()).isEmpty();

            katrin.page.navigate("/administration/prices.xhtml?kind=SOURCE&rule=DE LICHT26");
            assertThat(katrin.see("#sheet")).containsText("LICHT26");
            katrin.page.locator("[data-field=cost]").fill("1250,50");
            katrin.press("F9");
            assertThat(katrin.see("#sheet .ui-message-info")).containsText("Gespeichert.");
            assertThat(katrin.page.locator("[data-field=cost]")).hasValue("1250,5");
            katrin.picture("prices-sources");
            assertThat(katrin.barriers()).isEmpty();

            katrin.page.navigate("/administration/tryPrices.xhtml");
            katrin.page.locator("#try\\:cart").fill("2 Karton TEA-003");
            katrin.press("F9");
            // 24 pieces: 10 % off 276.00
            assertThat(katrin.see("#found")).containsText("Earl Grey 250 g × 2 Karton");
            assertThat(katrin.see("#found")).containsText("248,40");
            assertThat(katrin.faults).isEmpty();
        }
    }
}
