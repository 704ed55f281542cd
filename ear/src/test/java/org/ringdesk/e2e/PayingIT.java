package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Emily takes the money: each way of paying places an order once, and what cannot be paid so is said. */
@ExtendWith(Stage.Extension.class)
class PayingIT {
    /** Steps down from the first method. */
    private static final int CHECK = 1;

    private static final int ACCOUNT = 2;

    private final Stage stage;
    private final AgentPage emily;

    PayingIT(Stage stage) {
        this.stage = stage;
        this.emily = stage.agent("emily.clarke");
    }

    @AfterEach
    void leave() {
        emily.close();
        assertThat(emily.faults).isEmpty();
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
        emily.place();
        assertThat(emily.see("#orderColumn")).containsText("A payment was declined.");
        emily.page.locator("#payments button").first().click();
        payBy("VISA");
        emily.place();
        assertThat(emily.see("#placedNumber")).hasText(number);
    }

    @Test
    void aGatewayThatGivesNoAnswerIsAskedAgainAndChargesOnce() {
        beginOrder();
        emily.add("mug", 1);
        String number = emily.orderNumber();
        payBy("TIMED_OUT");
        emily.place();
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
    void aCheckPaysAnOrderOnce() {
        beginOrder();
        emily.add("mug", 1);
        String number = emily.orderNumber();
        emily.payBy(CHECK, "000123");
        emily.place();
        assertThat(emily.see("#placedNumber")).hasText(number);
        assertThat(paymentsOf(number)).containsEntry("method", "CHECK").containsEntry("number", "000123");
        assertThat(chargesOf(number)).isZero();
    }

    @Test
    void anAccountPaysAnOrderOnce() {
        emily.logIn().beginOrder(customer("on_account"));
        emily.add("mug", 1);
        String number = emily.orderNumber();
        emily.payBy(ACCOUNT, "");
        emily.place();
        assertThat(emily.see("#placedNumber")).hasText(number);
        assertThat(paymentsOf(number)).containsEntry("method", "ACCOUNT");
        assertThat(chargesOf(number)).isZero();
    }

    @Test
    void whoHasNoAccountIsNotSoldToOnAccount() {
        emily.logIn().beginOrder(customer("not on_account"));
        emily.add("mug", 1);
        emily.press("F9");
        emily.page.locator("#payment\\:method").selectOption("ACCOUNT");
        emily.gone("#payment\\:card");
        emily.page.locator("#payment\\:amount").press("Enter");
        assertThat(emily.see("#payment .ui-message-error")).containsText("may not buy on account");
        emily.press("Escape");
        emily.gone("#payment\\:amount");
        emily.press("F10");
        assertThat(emily.see("#complete\\:place")).isDisabled();
    }

    @Test
    void aCardTypedIntoTheProvidersFieldPaysAndItsNumberStaysThere() {
        List<String> sent = new ArrayList<>();
        emily.page.onRequest(request -> sent.add(request.url() + ' ' + request.postData()));
        emily.page.onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(String.valueOf(frame.text()))));
        beginOrder();
        emily.add("mug", 1);
        String number = emily.orderNumber();
        emily.press("F9");
        emily.page.locator("#payment\\:card").selectOption("TYPED");
        Locator card = emily.page.frameLocator("#cardField").locator("#number");
        assertThat(card).isFocused();
        emily.type("4242424242424241");
        emily.press("Enter");
        assertThat(emily.page.frameLocator("#cardField").locator("#says")).containsText("not a card number");
        emily.picture("card-field-wrong");
        emily.press("Backspace");
        emily.type("2");
        emily.press("Tab");
        emily.type("0835");
        emily.press("Tab");
        emily.type("123");
        assertThat(emily.page.locator("#cardSays")).hasText("VISA ending in 4242");
        emily.picture("card-field");
        emily.press("Enter");
        assertThat(emily.page.locator("#payment\\:amount")).isFocused();
        emily.press("Enter");
        emily.gone("#payment\\:amount");
        assertThat(emily.see("#payments")).containsText("4242");
        emily.place();
        assertThat(emily.see("#placedNumber")).hasText(number);
        assertThat(stage.database.row(
                        "select p.method, p.status from payment p join sales_order o on o.id = p.order_id where o.number = ?",
                        number))
                .containsEntry("method", "CARD")
                .containsEntry("status", "AUTHORIZED");
        assertThat(chargesOf(number)).isEqualTo(1);
        assertThat(sent).isNotEmpty().noneMatch(said -> said.replaceAll("\\D", "")
                .contains("424242424242"));
    }

    @Test
    void withoutACardInTheFieldNothingIsTaken() {
        beginOrder();
        emily.add("mug", 1);
        emily.press("F9");
        emily.page.locator("#payment\\:card").selectOption("TYPED");
        assertThat(emily.page.frameLocator("#cardField").locator("#number")).isFocused();
        emily.page.locator("#payment\\:amount").press("Enter");
        assertThat(emily.see("#payment .ui-message-error")).containsText("provider's field");
    }

    @Test
    void aCardNumberTypedAsACheckNeverLeavesTheBrowser() {
        beginOrder();
        emily.add("mug", 1);
        emily.press("F9");
        emily.page.locator("#payment\\:method").selectOption("CHECK");
        Locator check = emily.see("#payment\\:checkNumber");
        check.fill("4242 4242 4242 4242");
        List<String> sent = new ArrayList<>();
        emily.page.onRequest(request -> sent.add(String.valueOf(request.postData())));
        check.press("Enter");
        assertThat(emily.see("#payment .ui-message-error")).isVisible();
        assertThat(check).hasValue("");
        assertThat(sent).noneMatch(body -> body.contains("4242"));
    }

    private void beginOrder() {
        emily.logIn().beginOrder(stage.nextCustomer());
    }

    /** Of those that no other order here is for. */
    private String customer(String kind) {
        return String.valueOf(stage.database
                .row("select number from customer where country = 'GB' and " + kind + " order by number desc limit 1")
                .get("number"));
    }

    private void payBy(String card) {
        emily.press("F9");
        assertThat(emily.page.locator("#payment\\:amount")).isFocused();
        emily.page.locator("#payment\\:card").selectOption(card);
        emily.page.locator("#payment\\:amount").press("Enter");
        assertThat(emily.page.locator("#payment\\:amount")).hasCount(0);
    }

    /** The payment of a placed order that has one. */
    private Map<String, @Nullable Object> paymentsOf(String number) {
        Map<String, @Nullable Object> payment = stage.database.awaitRow("""
                select p.method, p.check_number "number", p.status, p.amount, o.total, (select count(*) from payment x where x.order_id = o.id) n
                from payment p join sales_order o on o.id = p.order_id where o.number = ? and o.status = 'PLACED'
                """, number);
        assertThat(payment).containsEntry("n", 1L).containsEntry("status", "POSTED");
        assertThat(payment.get("amount")).isEqualTo(payment.get("total"));
        return payment;
    }

    private long chargesOf(String number) {
        return stage.database.count(
                "select count(*) n from sandbox_charge s where s.outcome = 'APPROVED' and exists"
                        + " (select 1 from payment p join sales_order o on o.id = p.order_id"
                        + " where o.number = ? and s.idempotency_key like p.idempotency_key || '%')",
                number);
    }
}
