package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.e2e.support.CallerCall;
import org.ringdesk.e2e.support.Phone;

/** PostgreSQL is away while Anna talks and types: she is told, loses nothing, and goes on when it is back. */
@ExtendWith(Stage.Extension.class)
class DatabaseOutageIT {
    private static final String HOTLINE = "+493023125100";
    private static final String CALLER = "+493023125042";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final double SOON_MILLIS = SOON.toMillis();
    private static final String UNANSWERED = "Die Datenbank antwortet gerade nicht";

    private final Stage stage;
    private final AgentPage anna;

    DatabaseOutageIT(Stage stage) {
        this.stage = stage;
        this.anna = stage.agent("anna.schmidt");
    }

    @AfterEach
    void annaGoesHome() {
        stage.postgres.run();
        awaitReadiness(200);
        anna.signOut();
        anna.close();
        assertThat(anna.faults).isEmpty();
    }

    @Test
    void aDatabaseThatIsStoppedLosesNothingOfCallAndOrder() {
        anna.logIn().ready();
        try (Phone phone = Phone.answering(stage.pbx, "1001", Duration.ofSeconds(1));
                CallerCall call = CallerCall.begin(stage.pbx, CALLER, HOTLINE)) {
            anna.see("#callBar .call-TALKING");
            anna.press("F8");
            anna.add("lam", 1);
            String number = anna.orderNumber();
            Locator search = anna.page.locator("#productSearch");
            search.fill("2 bec");
            anna.see("#productFound .option");

            stage.postgres.stop();
            awaitReadiness(503);
            search.press("Enter");
            assertThat(anna.see("#faultBanner")).containsText(UNANSWERED);
            anna.picture("database-away");
            assertThat(search).hasValue("2 bec");
            anna.lines(1);
            anna.see("#callBar .call-TALKING");
            saysNothingTechnical(anna.page);
            aWholePageSaysItToo();
            nobodyCanLogInAndIsToldWhy();
            call.hangUp();

            stage.postgres.start();
            awaitReadiness(200);
            assertThat(anna.page.locator("#callBar .call-state"))
                    .hasText(
                            java.util.regex.Pattern.compile("Beendet.*"),
                            new LocatorAssertions.HasTextOptions().setTimeout(SOON_MILLIS));
            search.press("Enter");
            anna.see("#productFound .option");
            search.press("Enter");
            anna.lines(2);
            assertThat(anna.page.locator("#faultBanner")).isHidden();
            anna.press("F9");
            assertThat(anna.page.locator("#payment\\:amount")).isFocused();
            anna.press("Enter");
            anna.gone("#payment\\:amount");
            anna.place();
            assertThat(anna.see("#placedNumber")).hasText(number);
            theCallIsRecordedAsItWas(number);
        }
    }

    @Test
    void aDatabaseThatHangsIsSaidAndWaitedFor() {
        anna.logIn().beginOrder(stage.nextCustomer("DE"));
        anna.add("lam", 1);
        Locator search = anna.page.locator("#productSearch");
        search.fill("2 bec");
        anna.see("#productFound .option");
        stage.postgres.hold();
        try {
            awaitReadiness(503);
            search.press("Enter");
            assertThat(anna.see("#faultBanner")).containsText("Der Server braucht ungewöhnlich lange.");
        } finally {
            stage.postgres.goOn();
        }
        awaitReadiness(200);
        anna.lines(2);
        assertThat(anna.page.locator("#faultBanner")).isHidden();
    }

    private void awaitReadiness(int status) {
        await("readiness " + status).atMost(SOON).until(() -> stage.ringdesk.readiness() == status);
    }

    private void aWholePageSaysItToo() {
        Page other = anna.context.newPage();
        Response response = Objects.requireNonNull(other.navigate("/agent/workspace.xhtml"));
        assertThat(response.status()).isEqualTo(503);
        assertThat(other.locator("main")).containsText(UNANSWERED);
        saysNothingTechnical(other);
        other.close();
    }

    private void nobodyCanLogInAndIsToldWhy() {
        try (AgentPage lukas = stage.agent("lukas.weber")) {
            lukas.page.navigate("/login.xhtml");
            lukas.typeLogIn(stage.ringdesk.password());
            assertThat(lukas.page.locator("main")).containsText("database");
            saysNothingTechnical(lukas.page);
        }
    }

    private static void saysNothingTechnical(Page page) {
        assertThat(page.innerText("body")).doesNotContain("Exception", "org.", "Caused by", "jdbc:", "SQL");
    }

    private void theCallIsRecordedAsItWas(String number) {
        Map<String, @Nullable Object> call = stage.database.awaitRow("""
                select c.end_reason, c.answered_at, c.ended_at, o.changed_at from sales_order o join call_record c on c.id = o.call_id
                where o.number = ? and c.state = 'ENDED' and o.status = 'PLACED'
                """, number);
        assertThat(call).containsEntry("end_reason", "COMPLETED");
        assertThat(call.get("answered_at")).isNotNull();
        // when it happened, not when it could be written
        assertThat((java.util.Date) call.get("ended_at")).isBefore((java.util.Date) call.get("changed_at"));
    }
}
