package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin writes price rules, and an order that is taken meanwhile follows them. */
@ExtendWith(Stage.Extension.class)
class PriceRulesIT {
    private final Stage stage;

    PriceRulesIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aDiscountAndItsCouponAreWrittenAndCountAtTheOrder() {
        try (AgentPage katrin = admin();
                AgentPage emily = stage.agent("emily.clarke")) {
            katrin.press("Alt+N");
            katrin.see("#sheet");
            choose(katrin, "channel", "UK");
            type(katrin, "code", "GRAND OPENING");
            type(katrin, "name", "Grand opening");
            choose(katrin, "kind", "SIMPLE");
            type(katrin, "steps", "120 %");
            katrin.page.locator("[data-field=coupon]").check();
            katrin.press("F9");
            assertThat(katrin.see("#sheet .ui-message-error"))
                    .containsText("Großbuchstaben, Ziffern oder Bindestriche");
            // what was typed is still there
            assertThat(field(katrin, "steps")).hasValue("120 %");
            type(katrin, "code", "OPENING");
            katrin.press("F9");
            assertThat(katrin.see("#sheet .ui-message-error")).containsText("Zeile 1 ist nicht lesbar");
            type(katrin, "steps", "20 %");
            katrin.press("F9");
            assertThat(katrin.see("#sheet .ui-message-info")).containsText("Gespeichert.");
            assertThat(katrin.see("#history")).containsText("Katrin Brandt");
            katrin.picture("prices-discount");
            assertThat(katrin.barriers()).isEmpty();

            katrin.page.getByRole(AriaRole.LINK, name("Gutscheine")).click();
            assertThat(katrin.see("#list")).containsText("WELCOME");
            katrin.press("Alt+N");
            katrin.see("#sheet");
            choose(katrin, "channel", "UK");
            type(katrin, "code", "OPEN-20");
            choose(katrin, "discount", "OPENING");
            type(katrin, "each", "1");
            katrin.press("F9");
            assertThat(katrin.see("#sheet .ui-message-info")).containsText("Gespeichert.");

            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("stoneware mug 350 ml, blue", 1);
            emily.press("Alt+V");
            emily.type("open-20");
            emily.press("Enter");
            assertThat(emily.see("#entered")).containsText("OPEN-20");
            assertThat(emily.see("#discount")).containsText("-£");

            // switched off it is still in the list, and no longer on the order when that is priced again
            katrin.page.locator("[data-field=active]").uncheck();
            katrin.press("F9");
            assertThat(katrin.see("#list tr.here")).containsText("ausgeschaltet");
            assertThat(katrin.page.locator("#history tbody tr").first()).containsText("Eingeschaltet");
            assertThat(katrin.page
                            .locator("#history tbody tr")
                            .first()
                            .locator("td")
                            .last())
                    .hasText("nein");
            emily.add("assam tea", 2);
            emily.gone("#discount");
            assertThat(katrin.faults).isEmpty();
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void everyKindIsShownAndComesByPages() {
        try (AgentPage katrin = admin()) {
            for (String kind : new String[] {
                "Gutscheine", "Werbecodes", "Zuschläge", "Preisgruppen", "Einheiten", "Steuern", "Grenzen", "Kontrolle"
            }) {
                katrin.page.getByRole(AriaRole.LINK, name(kind)).click();
                assertThat(katrin.page.locator("#listTitle")).hasText(kind);
                Locator first = katrin.page.locator("#list tbody a").first();
                if (first.count() > 0) {
                    first.click();
                    katrin.see("#sheet");
                }
                katrin.picture("prices-" + kind.toLowerCase(Locale.ROOT) + "-de");
                assertThat(katrin.barriers()).isEmpty();
            }
            katrin.page.getByRole(AriaRole.LINK, name("Vereinbarte Preise")).click();
            katrin.page.locator("[name=words]").fill("business");
            katrin.page.locator("[name=words]").press("Enter");
            assertThat(katrin.see(".pages")).containsText("1–25 von");
            String before = katrin.page.locator("#list tbody tr").first().textContent();
            katrin.page.getByRole(AriaRole.LINK, name("Weitere")).click();
            assertThat(katrin.see(".pages")).containsText("26–");
            assertThat(katrin.page.locator("#list tbody tr").first()).not().hasText(before);
            katrin.page.locator("#list tbody a").first().click();
            // only its end can be changed
            assertThat(katrin.see("#sheet").locator("input:not([type=hidden]):visible, textarea, select"))
                    .hasCount(1);
            katrin.picture("prices-agreement-de");
            assertThat(katrin.barriers()).isEmpty();
            assertThat(katrin.faults).isEmpty();
        }
    }

    @Test
    void aCartIsTriedWithoutAnOrder() {
        try (AgentPage katrin = admin()) {
            long orders = stage.database.count("select count(*) n from sales_order");
            katrin.page.getByRole(AriaRole.LINK, name("Ausprobieren")).click();
            katrin.see("#try");
            katrin.page.locator("#try\\:channel").selectOption("UK");
            katrin.page.locator("#try\\:cart").fill("six teas");
            katrin.press("F9");
            assertThat(katrin.see("#try .ui-message-error")).containsText("ist nicht lesbar");
            katrin.page.locator("#try\\:cart").fill("6 tea-001\nMUG-001");
            katrin.page.locator("#try\\:codes").fill("welcome");
            katrin.press("F9");
            assertThat(katrin.see("#tried")).containsText("£");
            assertThat(katrin.see("#found")).containsText("Mengennachlass PANTRY");
            assertThat(katrin.see("#found")).containsText("Gutschein zählt WELCOME");
            katrin.picture("prices-tried");
            assertThat(katrin.barriers()).isEmpty();
            katrin.page.locator("#try\\:customer").fill("C99999999");
            katrin.press("F9");
            assertThat(katrin.see("#try .ui-message-error")).containsText("C99999999");
            assertThat(stage.database.count("select count(*) n from sales_order"))
                    .isEqualTo(orders);
            assertThat(katrin.faults).isEmpty();
        }
    }

    @Test
    void otherRolesDoNotSeeThem() {
        try (AgentPage petra = stage.agent("petra.lindner")) {
            petra.page.navigate("/supervision/floor.xhtml");
            petra.typeLogIn(petra.password());
            petra.see("#requests");
            for (String page : new String[] {"/administration/prices.xhtml", "/administration/tryPrices.xhtml"}) {
                assertThat(petra.page.navigate(page).status()).as(page).isEqualTo(403);
            }
        }
    }

    /** The admin reads German. */
    private AgentPage admin() {
        AgentPage katrin = new AgentPage(stage, stage.ringdesk, "katrin.brandt", "de");
        katrin.page.navigate("/administration/prices.xhtml");
        katrin.typeLogIn(katrin.password());
        katrin.see("#list");
        return katrin;
    }

    private static Page.GetByRoleOptions name(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator field(AgentPage admin, String name) {
        return admin.page.locator("[data-field=" + name + "]");
    }

    private static void type(AgentPage admin, String name, String text) {
        field(admin, name).fill(text);
    }

    private static void choose(AgentPage admin, String name, String value) {
        field(admin, name).selectOption(value);
    }
}
