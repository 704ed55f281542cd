package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Shares, checks, gift cards and transfers at the agent's page, by keyboard, and the admin's rules for them. */
@ExtendWith(Stage.Extension.class)
class TendersPageIT {
    private static final int CHECK = 1;
    private static final int GIFT_CARD = 3;
    private static final int PREPAYMENT = 4;

    private final Stage stage;

    TendersPageIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void halfByGiftCardAndTheRestInPercent() {
        try (AgentPage katrin = new AgentPage(stage, stage.ringdesk, "katrin.brandt", "de");
                AgentPage emily = stage.agent("emily.clarke")) {
            katrin.page.navigate("/administration/system.xhtml");
            katrin.typeLogIn(katrin.password());
            katrin.see("#gifts\\:channel");
            katrin.page.locator("#gifts\\:channel").selectOption("UK");
            katrin.page.locator("#gifts\\:amount").fill("5");
            katrin.page.locator("#gifts\\:amount").press("Enter");
            String code = katrin.see("#giftCodes li").textContent().strip();
            assertThat(katrin.see("#giftList")).containsText(code.substring(code.length() - 4));
            katrin.picture("tenders-gifts");
            assertThat(katrin.barriers()).isEmpty();

            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("mug", 1);
            String number = emily.orderNumber();
            method(emily, GIFT_CARD);
            Locator typed = emily.page.locator("#payment\\:giftCode");
            assertThat(typed).isFocused();
            emily.type("AAAA-AAAA-AAAA-AAAA");
            emily.press("Tab");
            assertThat(emily.see("#payment .ui-message-error")).containsText("no gift card");
            typed.fill(code.toLowerCase(Locale.ROOT).replace('-', ' '));
            typed.press("Tab");
            assertThat(emily.see(".gift-balance")).containsText("£5.00");
            assertThat(emily.page.locator("#payment\\:amount")).hasValue("5.00");
            emily.picture("tenders-gift-card");
            assertThat(emily.barriers()).isEmpty();
            emily.page.locator("#payment\\:amount").fill("2");
            emily.page.locator("#payment\\:amount").press("Enter");
            emily.gone("#payment\\:amount");
            assertThat(emily.see("#payments")).containsText("•••• " + code.substring(code.length() - 4));
            emily.page.locator("#payments button").first().click();
            emily.gone("#payments li");

            emily.press("F9");
            assertThat(emily.page.locator("#payment\\:amount")).isFocused();
            emily.page.locator("#payment\\:amount").fill("half");
            emily.press("Enter");
            assertThat(emily.see("#payment .ui-message-error")).containsText("50%");
            emily.page.locator("#payment\\:amount").fill("50%");
            emily.press("Enter");
            emily.gone("#payment\\:amount");
            assertThat(emily.see("#payments")).containsText("50 %");
            emily.press("F9");
            assertThat(emily.page.locator("#payment\\:amount")).isFocused();
            emily.page.locator("#payment\\:amount").fill("50 %");
            emily.press("Enter");
            emily.gone("#payment\\:amount");
            assertThat(emily.page.locator("#balance")).hasText("£0.00");
            // another line, and both follow
            emily.add("towel", 2);
            assertThat(emily.page.locator("#balance")).hasText("£0.00");
            emily.picture("tenders-shares");
            assertThat(emily.barriers()).isEmpty();
            emily.place();
            assertThat(emily.see("#placedNumber")).hasText(number);
            assertThat(stage.database.row(
                            "select o.total - sum(p.amount) apart, count(*) n from payment p join sales_order o on o.id = p.order_id"
                                    + " where o.number = ? and p.status = 'AUTHORIZED' group by o.total",
                            number))
                    .containsEntry("n", 2L)
                    .hasEntrySatisfying(
                            "apart", apart -> assertThat((BigDecimal) apart).isEqualByComparingTo("0"));
            assertThat(stage.ringdesk.log()).doesNotContain(code).doesNotContain(code.replace("-", ""));
            assertThat(emily.faults).isEmpty();
            assertThat(katrin.faults).isEmpty();
        }
    }

    @Test
    void aCheckALittleShortIsAcceptedAndOneThatComesBackHoldsTheOrder() {
        String number;
        try (AgentPage emily = stage.agent("emily.clarke")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("mug", 1);
            number = emily.orderNumber();
            method(emily, CHECK);
            assertThat(emily.page.locator("#payment\\:checkNumber")).isFocused();
            emily.type("000777");
            emily.press("Tab");
            assertThat(emily.page.locator("#payment\\:amount")).isFocused();
            BigDecimal all =
                    new BigDecimal(emily.page.locator("#payment\\:amount").inputValue());
            emily.page
                    .locator("#payment\\:amount")
                    .fill(all.subtract(new BigDecimal("0.10")).toPlainString());
            emily.press("Enter");
            emily.gone("#payment\\:amount");
            assertThat(emily.see("#difference")).containsText("£0.10 is missing: accepted");
            emily.press("F10");
            assertThat(emily.page.locator("#complete\\:place")).isFocused();
            emily.picture("tenders-tolerated");
            assertThat(emily.barriers()).isEmpty();
            emily.press("Enter");
            assertThat(emily.see("#placedNumber")).hasText(number);
        }
        try (AgentPage niamh = stage.agent("niamh.byrne")) {
            niamh.logIn();
            niamh.page.navigate("/agent/workspace.xhtml?order=" + number);
            niamh.see("#payments button:has-text('Check came back')").click();
            assertThat(niamh.page.locator("#incoming\\:reason")).isFocused();
            niamh.press("Enter");
            assertThat(niamh.see("#incoming .ui-message-error")).containsText("Say why");
            niamh.page.locator("#incoming\\:reason").fill("No funds");
            niamh.press("Enter");
            assertThat(niamh.see("#onHold")).containsText("Check bounced");
            assertThat(niamh.see("#payments")).containsText("Declined");
            niamh.picture("tenders-bounced");
            assertThat(niamh.barriers()).isEmpty();
            niamh.see("#onHold button").click();
            assertThat(niamh.see("#onHold .ui-message-error, .ui-messages-error"))
                    .containsText("not paid for");
            niamh.press("F9");
            assertThat(niamh.page.locator("#payment\\:amount")).isFocused();
            niamh.press("Enter");
            niamh.gone("#payment\\:amount");
            assertThat(niamh.page.locator("#balance")).hasText("£0.00");
            niamh.see("#onHold button").click();
            niamh.gone("#onHold");
            assertThat(niamh.see("#placedNumber")).hasText(number);
            assertThat(niamh.faults).isEmpty();
        }
    }

    @Test
    void inGermanALargeCheckAndATransferAreHeldAndTheTransferComes() {
        String number;
        try (AgentPage anna = new AgentPage(stage, stage.ringdesk, "anna.schmidt", "de")) {
            anna.logIn().beginOrder(stage.nextCustomer("DE"));
            anna.add("40 becher", 1);
            method(anna, CHECK);
            assertThat(anna.page.locator("#payment\\:checkNumber")).isFocused();
            anna.type("000778");
            anna.press("Tab");
            anna.press("Enter");
            anna.gone("#payment\\:amount");
            anna.place();
            assertThat(anna.see("#onHold")).containsText("Scheck noch nicht eingelöst");
            assertThat(anna.see("#onHold")).containsText("bis ");
            anna.picture("tenders-check-held-de");
            assertThat(anna.barriers()).isEmpty();

            anna.beginOrder(stage.nextCustomer("DE"));
            anna.add("becher", 1);
            number = anna.orderNumber();
            method(anna, PREPAYMENT);
            assertThat(anna.page.locator("#payment\\:amount")).isFocused();
            anna.picture("tenders-prepayment-de");
            assertThat(anna.barriers()).isEmpty();
            anna.press("Enter");
            anna.gone("#payment\\:amount");
            assertThat(anna.see("#payments .detail"))
                    .containsText(Pattern.compile("RF\\d\\d " + number.substring(0, 4)));
            anna.place();
            assertThat(anna.see("#onHold")).containsText("Wartet auf Vorkasse");
            assertThat(anna.see("#payments")).containsText("Erwartet");
            anna.picture("tenders-prepayment-held-de");
            assertThat(anna.faults).isEmpty();
        }
        try (AgentPage miriam = new AgentPage(stage, stage.ringdesk, "miriam.vogel", "de")) {
            miriam.logIn();
            miriam.page.navigate("/agent/workspace.xhtml?order=" + number);
            miriam.see("#payments button:has-text('Geld eingegangen')").click();
            assertThat(miriam.page.locator("#incoming\\:amount")).isFocused();
            miriam.picture("tenders-received-de");
            miriam.press("Enter");
            assertThat(miriam.see("#placedNumber")).hasText(number);
            assertThat(miriam.faults).isEmpty();
        }
    }

    @Test
    void anAdminSaysInGermanHowChecksAreTaken() {
        try (AgentPage katrin = new AgentPage(stage, stage.ringdesk, "katrin.brandt", "de")) {
            katrin.page.navigate("/administration/system.xhtml");
            katrin.typeLogIn(katrin.password());
            String row = "#tenders\\:0\\:tender\\:";
            Locator days = katrin.see(row + "prepaymentDays");
            days.fill("99");
            days.press("Enter");
            assertThat(katrin.see("#tendersTitle ~ .sheets .ui-message-error")).containsText("1 bis 90 Tage");
            katrin.page.locator(row + "prepaymentDays").fill("21");
            katrin.page.locator(row + "prepaymentDays").press("Enter");
            assertThat(katrin.see("#tendersTitle ~ .sheets .ui-message-info")).containsText("Gespeichert");
            katrin.see("#tendersTitle ~ .sheets summary").click();
            assertThat(katrin.see("#tendersTitle ~ .sheets details")).containsText("14 → 21");
            katrin.see("#tendersTitle").scrollIntoViewIfNeeded();
            katrin.picture("tenders-rules-de");
            assertThat(katrin.barriers()).isEmpty();
            assertThat(katrin.faults).isEmpty();
        }
    }

    /** Opens the payment and goes so many methods down, by keyboard; the cursor is in the field after it then. */
    private static void method(AgentPage agent, int steps) {
        agent.press("F9");
        assertThat(agent.page.locator("#payment\\:amount")).isFocused();
        agent.press("Shift+Tab");
        agent.press("Shift+Tab");
        assertThat(agent.page.locator("#payment\\:method")).isFocused();
        for (int i = 0; i < steps; i++) {
            agent.press("ArrowDown");
        }
        agent.gone("#payment\\:card");
        if (steps == GIFT_CARD) {
            agent.see("#payment\\:giftCode");
        } else {
            agent.gone("#payment\\:giftCode");
        }
        if (steps == PREPAYMENT) {
            agent.see("#payment\\:prepaymentHint");
        }
        agent.press("Tab");
    }
}
