package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.e2e.support.CallerCall;
import org.ringdesk.e2e.support.Phone;

/**
 * How many keys a trained agent strikes for an order of five lines with a coupon and a card, for a customer who calls. Each key of a
 * combination counts; what is typed to find a product, its quantity included, does not.
 */
@ExtendWith(Stage.Extension.class)
class KeystrokesIT {
    private static final int MOST = 60;
    private static final String HOTLINE = "+493023125100";

    private final Stage stage;
    private final AgentPage anna;
    private int struck;

    KeystrokesIT(Stage stage) {
        this.stage = stage;
        this.anna = stage.agent("anna.schmidt");
    }

    @Test
    void fiveLinesACouponAndACard() {
        String caller =
                String.valueOf(stage.database.row("""
                        select p.e164 number from customer_phone p join customer c on c.id = p.customer_id
                        where c.country = 'DE' and c.number = ?
                          and not exists (select 1 from customer_phone x where x.e164 = p.e164 and x.customer_id <> c.id)
                        order by p.e164 limit 1
                        """, stage.nextCustomer("DE")).get("number"));
        anna.logIn().ready();
        try (Phone phone = Phone.answering(stage.pbx, "1001", Duration.ofSeconds(1));
                CallerCall call = CallerCall.begin(stage.pbx, caller, HOTLINE)) {
            anna.see("#callBar .call-TALKING");
            // no mouse, and nothing that a script would do for the agent, until the order is placed
            press("F8");
            assertThat(anna.page.locator("#orderFacts")).hasAttribute("data-status", "DRAFT");
            line("2 assam", 1);
            line("mug", 2);
            line("lamp", 3);
            line("3 candle", 4);
            line("towel", 5);
            String number = anna.orderNumber();

            press("Alt+V");
            assertThat(anna.page.locator("#codes\\:code")).isFocused();
            type("willkommen");
            press("Enter");
            assertThat(anna.see("#entered")).containsText("WILLKOMMEN");
            assertThat(anna.page.locator("#productSearch")).isFocused();

            press("F9");
            assertThat(anna.page.locator("#payment\\:amount")).isFocused();
            press("Shift+Tab");
            assertThat(anna.page.locator("#payment\\:card")).isFocused();
            press("End");
            FrameLocator field = anna.page.frameLocator("#cardField");
            assertThat(field.locator("#number")).isFocused();
            type("4242424242424242");
            press("Tab");
            type("0835");
            press("Tab");
            type("123");
            press("Enter");
            assertThat(anna.page.locator("#payment\\:amount")).isFocused();
            press("Enter");
            assertThat(anna.page.locator("#productSearch")).isFocused();
            press("F10");
            assertThat(anna.page.locator("#complete\\:place")).isFocused();
            press("Enter");
            assertThat(anna.see("#placedNumber")).hasText(number);

            System.out.println(struck + " keystrokes for five lines, a coupon and a card (at most " + MOST + ")");
            assertThat(struck).isLessThanOrEqualTo(MOST);
            assertThat(stage.database.row("""
                            select o.status, (select count(*) from order_line l where l.order_id = o.id) lines,
                              (select count(*) from coupon_use u where u.order_id = o.id) coupons,
                              (select count(*) from payment p where p.order_id = o.id and p.status = 'AUTHORIZED') paid
                            from sales_order o where o.number = ?
                            """, number))
                    .containsEntry("status", "PLACED")
                    .containsEntry("lines", 5L)
                    .containsEntry("coupons", 1L)
                    .containsEntry("paid", 1L);
        } finally {
            anna.signOut();
            anna.close();
        }
        assertThat(anna.faults).isEmpty();
    }

    private void press(String key) {
        struck += key.split("\\+").length;
        anna.press(key);
    }

    private void type(String text) {
        struck += text.length();
        anna.type(text);
    }

    /** Found by its words, and taken. */
    private void line(String words, int lines) {
        assertThat(anna.page.locator("#productSearch")).isFocused();
        assertThat(anna.page.locator("#productFound")).isHidden();
        anna.type(words);
        anna.see("#productFound .option");
        press("Enter");
        anna.lines(lines);
    }
}
