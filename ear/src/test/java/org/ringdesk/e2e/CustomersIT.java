package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.e2e.support.CallerCall;
import org.ringdesk.e2e.support.Phone;

/** Customers at the browser by keyboard: edited during a call, noted, warned of, merged, found. */
@ExtendWith(Stage.Extension.class)
class CustomersIT {
    private static final double PATIENCE = 15_000;
    private static final String CARD = "4111 1111 1111 1111";

    private final Stage stage;
    private final Eye english = new Eye("en", true);
    private final Eye german = new Eye("de", true);
    private final AgentPage niamh;
    private final AgentPage anna;

    CustomersIT(Stage stage) {
        this.stage = stage;
        this.niamh = stage.agent("niamh.byrne");
        this.anna = stage.agent("anna.schmidt");
    }

    @AfterEach
    void leave() {
        niamh.close();
        anna.close();
        assertThat(niamh.faults).isEmpty();
        assertThat(anna.faults).isEmpty();
    }

    @Test
    void aCustomerIsEditedBesideTheOrderAndWarnedOfWhenCallingAgain() {
        String number = stage.nextCustomer();
        niamh.logIn().beginOrder(number);
        niamh.add("mug", 1);
        niamh.press("Alt+b");
        Locator form = niamh.see("#customerForm");
        assertThat(field("firstName")).isFocused();
        assertThat(niamh.page.locator("#orderColumn")).isVisible();
        field("email").fill("not an address");
        niamh.press("Enter");
        assertThat(form.locator(".held:has([data-name=email]) .ui-message")).hasText("This is not an e-mail address.");
        assertThat(field("email")).isFocused();
        assertThat(field("email")).hasValue("not an address");
        field("email").fill("new@example.org");
        field("company").fill(CARD);
        niamh.press("Alt+a");
        assertThat(form).containsText("This looks like a card number");
        assertThat(field("company")).hasValue("");
        field("alert").fill("Only against prepayment");
        form.getByText("Add a phone").click();
        niamh.type("020 7946 0999");
        form.getByText("Add an address").click();
        niamh.type("1 New Road");
        niamh.press("Alt+a");
        assertThat(form.locator(".ui-message")).hasText("Type street, postal code and city.");
        niamh.type("SW1A 1AA");
        niamh.press("Tab");
        niamh.type("London");
        english.look(niamh.page, "customer-form");
        niamh.press("Alt+a");
        niamh.gone("#customerForm");
        assertThat(niamh.see("#customer .alert")).containsText("Only against prepayment");
        assertThat(niamh.page.locator("#customer")).containsText("+44 20 7946 0999");
        assertThat(niamh.page.locator("#customer")).containsText("1 New Road");
        niamh.lines(1);
        english.look(niamh.page, "customer-card");
        assertThat(stage.database.count("select count(*) n from customer where company like '4111%'"))
                .isZero();

        niamh.page.locator("#customerSearch").fill("020 7946 0999");
        assertThat(niamh.see("#customerFound .option")).containsText("Attention");
        niamh.press("Escape");
        assertThat(english.found()).isEmpty();
    }

    @Test
    void whoSavesSecondLosesNothing() {
        String number = stage.nextCustomer();
        niamh.logIn();
        open(niamh, number);
        niamh.press("Alt+b");
        niamh.see("#customerForm");
        field("company").fill("Typed here");
        stage.database.change(
                "update customer set company = 'Somebody else Ltd', language = 'de', changed_by = 'anna.schmidt',"
                        + " changed_at = now(), version = version + 1 where number = '" + number + "'");
        niamh.press("Alt+a");
        assertThat(niamh.see("#customerForm .form-says .ui-message"))
                .containsText("Anna Schmidt changed this customer");
        assertThat(field("company")).hasValue("Typed here");
        assertThat(niamh.see("#customerForm .hint")).hasText("Now: Somebody else Ltd");
        assertThat(field("language")).hasValue("de");
        niamh.press("Alt+a");
        niamh.gone("#customerForm");
        assertThat(niamh.page.locator("#customer .company")).hasText("Typed here");
        assertThat(stage.database.row("select company, language from customer where number = ?", number))
                .containsEntry("company", "Typed here")
                .containsEntry("language", "de");
    }

    @Test
    void notesConsentsAndTheSamePersonTwice() {
        anna.logIn();
        String number = stage.nextCustomer();
        String twin = stage.nextCustomer();
        niamh.logIn();
        open(niamh, number);
        niamh.press("Alt+3");
        niamh.see("#panel-notes textarea").fill("Rings the bell twice");
        niamh.press("Alt+y");
        assertThat(niamh.see("#panel-notes .notes li")).containsText("Niamh Byrne");
        assertThat(niamh.page.locator("#panel-notes .note-text").first()).hasText("Rings the bell twice");
        niamh.press("Alt+2");
        assertThat(niamh.see("#panel-calls")).isVisible();
        niamh.press("Alt+4");
        niamh.see("#panel-more summary").click();
        niamh.page.locator("#consentForm [data-name=source]").fill("on the telephone");
        niamh.press("Enter");
        assertThat(niamh.see("#panel-more .consent-yes")).isVisible();

        niamh.page.locator("#mergeSearch").fill(twin);
        niamh.see("#mergeFound .option");
        niamh.press("Enter");
        assertThat(niamh.see(".merge-choice")).containsText(twin);
        english.look(niamh.page, "customer-merge");
        niamh.press("Enter");
        assertThat(niamh.see(".merges li")).containsText(twin);
        open(niamh, twin, number);
        niamh.page.locator(".merges button").click();
        niamh.gone(".merges li");
        open(niamh, twin, twin);

        // without the right nothing is offered
        open(anna, number);
        anna.press("Alt+4");
        assertThat(anna.see("#panel-more .consent-yes")).isVisible();
        assertThat(anna.page.locator(".merging")).isHidden();
        german.look(anna.page, "customer-more");
        anna.press("Alt+b");
        anna.see("#customerForm");
        german.look(anna.page, "customer-form");
        anna.press("Escape");
        anna.gone("#customerForm");
        assertThat(english.found()).isEmpty();
        assertThat(german.found()).isEmpty();
    }

    @Test
    void whoIsToBeWarnedOfIsSaidWhenThePhoneRings() {
        stage.database.change(
                "update customer set alert = 'Ruft wegen der Reklamation an' where id in (select customer_id from customer_phone"
                        + " where e164 = '+493023125042')");
        anna.logIn().ready();
        try (Phone phone = Phone.answering(stage.pbx, "1001", Duration.ofSeconds(10));
                CallerCall call = CallerCall.begin(stage.pbx, "+493023125042", "+493023125100")) {
            anna.see("#callBar .call-RINGING");
            assertThat(anna.see("#customer .alert")).containsText("Ruft wegen der Reklamation an");
            assertThat(anna.page.locator("#saySoon")).containsText("Ruft wegen der Reklamation an");
            assertThat(anna.page.locator("#customer .figures"))
                    .containsText("Bestellungen", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
            german.look(anna.page, "customer-pop");
        } finally {
            stage.database.change("update customer set alert = null");
            anna.signOut();
        }
        assertThat(german.found()).isEmpty();
    }

    private Locator field(String name) {
        return niamh.page.locator("#customerForm [data-name=" + name + "]");
    }

    private static void open(AgentPage page, String number) {
        open(page, number, number);
    }

    private static void open(AgentPage page, String words, String shown) {
        page.page.locator("#customerSearch").fill(words);
        page.see("#customerFound .option");
        page.page.locator("#customerSearch").press("Enter");
        assertThat(page.page.locator("#customer .who"))
                .containsText(shown, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.page.locator("#customer .figures"))
                .not()
                .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(PATIENCE));
    }
}
