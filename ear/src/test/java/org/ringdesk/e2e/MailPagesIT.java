package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes out by itself: mails in an order's log, and the admin's pages for mails and webhooks. */
@ExtendWith(Stage.Extension.class)
class MailPagesIT {
    private final Stage stage;

    MailPagesIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void anOrdersLogTellsWhatWasWrittenAndWhatWaits() {
        try (AgentPage emily = stage.agent("emily.clarke")) {
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.add("stoneware mug 350 ml, blue", 1);
            emily.payByCard();
            String number = emily.orderNumber();
            emily.place();
            assertThat(emily.see("#placedNumber")).hasText(number);
            stage.database.awaitRow(
                    "select 1 from mail_message where order_number = ? and kind = 'PLACED' and plain is not null",
                    number);
            emily.press("Alt+J");
            assertThat(emily.see("#mails")).containsText("Waits: mail is not set up");
            assertThat(emily.see("#mails")).containsText("***@example.org");
            emily.picture("mails-waiting");
            assertThat(emily.barriers()).isEmpty();

            stage.database.change(
                    "update mail_message set state = 'FAILED', due_at = null, problem = 'ADDRESS_REFUSED',"
                            + " detail = '550 No such user', version = version + 1 where order_number = '" + number
                            + "'");
            emily.page.locator("#historyFoot\\:back").click();
            emily.gone("#orderHistory");
            emily.press("Alt+J");
            assertThat(emily.see("#mails .mail-FAILED")).hasText("Given up");
            assertThat(emily.see("#mails")).containsText("the mail server does not know the address: 550 No such user");
            emily.picture("mails-failed");
            emily.page.locator("#mails button").first().click();
            assertThat(emily.see("#mails")).containsText("Waits: mail is not set up");
            assertThat(emily.faults).isEmpty();
        }
    }

    @Test
    void anAdminSaysWhatIsWrittenAndSeesWhatItLooksLike() {
        try (AgentPage katrin = admin("/administration/mail.xhtml")) {
            assertThat(katrin.see("#notSetUp")).containsText("RINGDESK_MAIL_HOST");
            Locator address = katrin.page.locator("input[id='profiles:0:profile:senderAddress']");
            String before = address.inputValue();
            address.fill("no address");
            katrin.page.locator("button[id='profiles:0:profile:save']").click();
            assertThat(katrin.see("form[id='profiles:0:profile'] .ui-message-error"))
                    .containsText("keine E-Mail-Adresse");
            address.fill("post@" + before.substring(before.indexOf('@') + 1));
            katrin.page.locator("button[id='profiles:0:profile:save']").click();
            assertThat(katrin.see("form[id='profiles:0:profile'] .ui-message-info"))
                    .containsText("Gespeichert.");
            katrin.page.locator("form[id='profiles:0:profile'] summary").click();
            assertThat(katrin.see("form[id='profiles:0:profile'] .changes")).containsText("Katrin Brandt");
            katrin.picture("mail-admin-de");
            assertThat(katrin.barriers()).isEmpty();
            katrin.page.setViewportSize(1920, 1080);
            katrin.picture("mail-admin-wide-de");
            assertThat(katrin.faults).isEmpty();
            for (String kind : new String[] {"PLACED", "CHANGED", "SHIPPED", "CANCELLED", "REFUNDED"}) {
                for (String language : new String[] {"de", "en"}) {
                    assertThat(katrin.page
                                    .navigate("/api/mail/preview/DE/" + kind + "/" + language + ".html")
                                    .status())
                            .isEqualTo(200);
                    katrin.picture("mail-preview-" + kind.toLowerCase(java.util.Locale.ROOT) + "-" + language);
                }
            }
            assertThat(katrin.page
                            .navigate("/api/mail/preview/DE/PLACED/de.txt")
                            .text())
                    .contains("Gesamtbetrag");
        }
    }

    @Test
    void anAdminRegistersAWebhookAndSeesItsSecretOnce() {
        try (AgentPage katrin = admin("/administration/webhooks.xhtml")) {
            katrin.page.locator("#hook\\:label").fill("Lager");
            for (String[] refused :
                    new String[][] {{"http://192.0.2.7/hook", "https://"}, {"https://127.0.0.1/hook", "privaten Netz"}
                    }) {
                katrin.page.locator("#hook\\:url").fill(refused[0]);
                katrin.page.locator("#hook\\:save").click();
                assertThat(katrin.see("#hook .ui-message-error")).containsText(refused[1]);
            }
            katrin.page.locator("#hook\\:url").fill("https://192.0.2.7/hook");
            katrin.page.locator("#hook\\:save").click();
            assertThat(katrin.see("#secret")).containsText("whsec_");
            assertThat(katrin.see("#list")).containsText("Aktiv");
            katrin.picture("webhook-registered-de");
            assertThat(katrin.barriers()).isEmpty();
            katrin.page.locator("#list a").first().click();
            katrin.see("#attempts, #hook\\:renew");
            assertThat(katrin.page.locator("#secret")).hasCount(0);
            katrin.page.locator("#hook\\:pause").click();
            assertThat(katrin.see("#list")).containsText("Angehalten");
            katrin.page.setViewportSize(1920, 1080);
            katrin.picture("webhook-paused-wide-de");
            assertThat(katrin.barriers()).isEmpty();
            assertThat(katrin.faults).isEmpty();
        }
    }

    @Test
    void otherRolesDoNotSeeThem() {
        try (AgentPage petra = stage.agent("petra.lindner")) {
            petra.page.navigate("/supervision/floor.xhtml");
            petra.typeLogIn(petra.password());
            petra.see("#requests");
            for (String page : new String[] {
                "/administration/mail.xhtml", "/administration/webhooks.xhtml", "/api/mail/preview/DE/PLACED/de.html"
            }) {
                assertThat(petra.page.navigate(page).status()).as(page).isEqualTo(403);
            }
        }
    }

    /** The admin reads German. */
    private AgentPage admin(String page) {
        AgentPage katrin = new AgentPage(stage, stage.ringdesk, "katrin.brandt", "de");
        katrin.page.navigate(page);
        katrin.typeLogIn(katrin.password());
        katrin.see("h1");
        katrin.page.waitForURL("**" + page);
        return katrin;
    }
}
