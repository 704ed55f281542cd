package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.e2e.support.CallerCall;
import org.ringdesk.e2e.support.Phone;

/** Anna's phone rings, and what her page shows and the database holds of it. */
@ExtendWith(Stage.Extension.class)
class RealCallIT {
    private static final String HOTLINE = "+493023125100";
    private static final String KNOWN = "+493023125042";
    private static final String SHARED = "+493023125043";
    private static final Duration PICKED_UP_AFTER = Duration.ofSeconds(3);

    private final Stage stage;
    private final AgentPage anna;
    private @Nullable Phone phone;

    RealCallIT(Stage stage) {
        this.stage = stage;
        this.anna = stage.agent("anna.schmidt");
    }

    @BeforeEach
    void annaIsReady() {
        anna.logIn().ready();
    }

    @AfterEach
    void annaGoesHome() {
        if (phone != null) {
            phone.close();
        }
        anna.signOut();
        anna.close();
        assertThat(anna.faults).isEmpty();
    }

    @Test
    void aKnownCustomerCallsAndOrders() {
        phone = Phone.answering(stage.pbx, "1001", PICKED_UP_AFTER);
        try (CallerCall call = CallerCall.begin(stage.pbx, KNOWN, HOTLINE)) {
            anna.see("#callBar .call-RINGING");
            Instant popped = Instant.now();
            assertThat(Duration.between(ringingSince(KNOWN), popped)).isLessThan(Duration.ofSeconds(2));
            assertThat(anna.see("#callBar .caller")).hasText("Anna Petersen");
            assertThat(anna.see("#callBar .via")).containsText("Spring catalogue hotline");
            assertThat(anna.page.locator("#customer .history tbody tr")).hasCount(10);
            anna.picture("pop");

            anna.see("#callBar .call-TALKING");
            anna.press("F8");
            assertThat(anna.page.locator("#orderFacts")).hasAttribute("data-status", "DRAFT");
            anna.add("lam", 1);
            anna.add("2 bec", 2);
            anna.picture("order");
            assertThat(Eye.keysTwice(anna.page)).isEmpty();
            String number = anna.orderNumber();

            anna.press("F9");
            assertThat(anna.page.locator("#payment\\:amount")).isFocused();
            anna.press("Enter");
            assertThat(anna.page.locator("#productSearch")).isFocused();
            anna.press("F10");
            assertThat(anna.page.locator("#complete\\:place")).isFocused();
            anna.picture("recap");
            anna.press("Enter");
            assertThat(anna.see("#placedNumber")).hasText(number);
            assertThat(anna.page.locator("#customer .history tbody tr").first()).containsText(number);
            placedAndPaidOnce(number, KNOWN);

            call.hangUp();
            anna.see("#callBar .call-ENDED");
        }
        Map<String, @Nullable Object> ended = stage.database.awaitRow(
                "select end_reason, answered_at from call_record where party_e164 = ? and state = 'ENDED' order by started_at desc",
                KNOWN);
        assertThat(ended).containsEntry("end_reason", "COMPLETED");
        assertThat(ended.get("answered_at")).isNotNull();
    }

    private void placedAndPaidOnce(String number, String caller) {
        Map<String, @Nullable Object> order = stage.database.awaitRow("""
                select o.status, o.total, c.party_e164, (select count(*) from payment p where p.order_id = o.id) payments,
                  (select sum(p.amount) from payment p where p.order_id = o.id and p.status = 'AUTHORIZED') paid
                from sales_order o join call_record c on c.id = o.call_id where o.number = ? and o.status = 'PLACED'
                """, number);
        assertThat(order).containsEntry("party_e164", caller).containsEntry("payments", 1L);
        assertThat(order.get("paid")).isEqualTo(order.get("total"));
    }

    @Test
    void someoneNewCallsAndIsRegistered() {
        phone = Phone.answering(stage.pbx, "1001", PICKED_UP_AFTER);
        String number = "+493023125977";
        try (CallerCall call = CallerCall.begin(stage.pbx, number, HOTLINE)) {
            anna.see("#callBar .call-RINGING");
            assertThat(anna.see("#newCustomer\\:phone")).hasValue("030 23125977");
            anna.page.locator("#newCustomer\\:firstName").fill("Nora");
            anna.page.locator("#newCustomer\\:lastName").fill("Neumann");
            anna.page.locator("#newCustomer\\:street").fill("Lindenallee 7");
            anna.page.locator("#newCustomer\\:postalCode").fill("14050");
            anna.page.locator("#newCustomer\\:city").fill("Berlin");
            anna.page.locator("#newCustomer\\:register").click();
            assertThat(anna.see("#customer .who")).containsText("Nora Neumann");
        }
        assertThat(stage.database.awaitRow(
                        "select c.last_name from customer_phone p join customer c on c.id = p.customer_id where p.e164 = ?",
                        number))
                .containsEntry("last_name", "Neumann");
    }

    @Test
    void aWithheldNumberSaysSo() {
        phone = Phone.answering(stage.pbx, "1001", PICKED_UP_AFTER);
        try (CallerCall call = CallerCall.beginWithheld(stage.pbx, HOTLINE)) {
            anna.see("#callBar .call-RINGING");
            assertThat(anna.see("#callBar")).containsText("Nummer unterdrückt");
            assertThat(anna.page.locator("#newCustomer")).isHidden();
        }
    }

    @Test
    void twoCustomersShareANumberAndAKeyChooses() {
        phone = Phone.answering(stage.pbx, "1001", PICKED_UP_AFTER);
        try (CallerCall call = CallerCall.begin(stage.pbx, SHARED, HOTLINE)) {
            anna.see("#customer .choices");
            assertThat(anna.page.locator("#customer .choices li")).hasCount(2);
            anna.see("#callBar .call-TALKING");
            String chosen = Objects.requireNonNull(
                    anna.page.locator("#customer [data-choice]").nth(1).getAttribute("data-choice"));
            anna.press("2");
            assertThat(anna.see("#customer .who")).containsText(chosen);
            assertThat(stage.database.awaitRow(
                            "select customer from call_record where party_e164 = ? and customer is not null", SHARED))
                    .containsEntry("customer", chosen);
        }
    }

    @Test
    void theCallerGivesUpBeforeAnyoneAnswers() {
        phone = Phone.silent(stage.pbx, "1001");
        String number = "+493023125044";
        try (CallerCall call = CallerCall.begin(stage.pbx, number, HOTLINE)) {
            anna.see("#callBar .call-RINGING");
            call.hangUp();
            anna.see("#callBar .call-ENDED");
        }
        Map<String, @Nullable Object> ended = stage.database.awaitRow(
                "select end_reason, answered_at from call_record where party_e164 = ? and state = 'ENDED'", number);
        assertThat(ended).containsEntry("end_reason", "CANCELLED").containsEntry("answered_at", null);
        anna.see("#stateWord.state-READY");
    }

    @Test
    void aReloadBringsCallAndDraftBack() {
        phone = Phone.answering(stage.pbx, "1001", PICKED_UP_AFTER);
        try (CallerCall call = CallerCall.begin(stage.pbx, "+493023125046", HOTLINE)) {
            anna.see("#callBar .call-TALKING");
            anna.page.reload();
            anna.see("#callBar .call-TALKING");
        }
    }

    @Test
    void thePbxDiesInTheMiddleOfACallAndComesBack() {
        phone = Phone.answering(stage.pbx, "1001", PICKED_UP_AFTER);
        String number = "+493023125048";
        try (CallerCall call = CallerCall.begin(stage.pbx, number, HOTLINE)) {
            anna.see("#callBar .call-TALKING");
            stage.pbx.kill();
            anna.see("#linkBanner");
            anna.picture("offline");
        }
        phone.close();
        stage.pbx.start();
        assertThat(anna.page.locator("#linkBanner"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
        assertThat(stage.database.awaitRow(
                        "select end_reason from call_record where party_e164 = ? and state = 'ENDED'", number))
                .containsEntry("end_reason", "LOST");
        stage.database.awaitRow("select 1 from agent_presence where login = 'anna.schmidt' and told");
        phone = Phone.answering(stage.pbx, "1001", PICKED_UP_AFTER);
        try (CallerCall again = CallerCall.begin(stage.pbx, "+493023125049", HOTLINE)) {
            anna.see("#callBar .call-RINGING");
        }
    }

    private Instant ringingSince(String number) {
        Object at = stage.database
                .awaitRow(
                        "select ringing_at from call_record where party_e164 = ? and ringing_at is not null order by started_at desc",
                        number)
                .get("ringing_at");
        return ((Timestamp) Objects.requireNonNull(at)).toInstant();
    }
}
