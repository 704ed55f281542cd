package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** "The same as last time, please." */
@ExtendWith(Stage.Extension.class)
class EarlierOrderIT {
    private final AgentPage emily;

    EarlierOrderIT(Stage stage) {
        this.emily = stage.agent("emily.clarke");
    }

    @AfterEach
    void leave() {
        emily.close();
        assertThat(emily.faults).isEmpty();
    }

    @Test
    void isOpenedFromTheHistoryAndOrderedAgain() {
        emily.logIn();
        Locator search = emily.page.locator("#customerSearch");
        search.fill("Ellis");
        emily.see("#customerFound .option");
        search.press("Enter");
        Locator earlier = emily.page
                .locator("#customer .history tr", new Page.LocatorOptions().setHasText("Invoiced"))
                .first();
        String number = earlier.locator("button").textContent();
        earlier.locator("button").click();
        assertThat(emily.page.locator("#orderFacts")).hasAttribute("data-number", number);
        assertThat(emily.page.locator("#orderFacts")).hasAttribute("data-status", "INVOICED");
        assertThat(emily.page.locator("#entryRow")).isHidden();
        Locator names = emily.page.locator("#lines\\:table .item .name");
        List<String> wanted = names.allTextContents();
        emily.picture("earlier-order");

        emily.press("Alt+g");
        assertThat(emily.page.locator("#orderFacts")).hasAttribute("data-status", "DRAFT");
        assertThat(emily.page.locator("#productSearch")).isFocused();
        assertThat(names).hasText(wanted.toArray(String[]::new));
        emily.picture("ordered-again");

        emily.press("ArrowDown");
        Locator usual = emily.page.locator("#productFound .option .name");
        assertThat(usual.first()).isVisible();
        emily.picture("usual");
        emily.press("ArrowDown");
        String second = usual.nth(1).textContent();
        emily.press("Enter");
        assertThat(names.filter(new Locator.FilterOptions().setHasText(second))).hasCount(1);
        assertThat(emily.page.locator("#productSearch")).isFocused();
        emily.press("F9");
        assertThat(emily.page.locator("#payment\\:amount")).isFocused();
        emily.press("Enter");
        emily.gone("#payment\\:amount");
        emily.place();
        assertThat(emily.see("#placedNumber")).not().hasText(number);
    }
}
