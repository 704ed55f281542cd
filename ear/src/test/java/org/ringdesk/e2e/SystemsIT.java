package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin lets another system in, and shuts it out again. */
@ExtendWith(Stage.Extension.class)
class SystemsIT {
    private static final String WAREHOUSE = "warehouse-north";

    private final Stage stage;

    SystemsIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aKeyIsMadeShownOnceUsedAndRevoked() {
        Eye eye = new Eye("de", false);
        try (AgentPage katrin = stage.agent("katrin.brandt");
                Playwright outside = Playwright.create()) {
            katrin.context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            katrin.page.navigate("/administration/system.xhtml");
            katrin.typeLogIn(katrin.password());
            katrin.page.locator("nav a[href*='systems.xhtml']").click();
            assertThat(katrin.see("#systemsTitle")).hasText("Schnittstellen");
            assertThat(katrin.page.locator("nav a[href*='system.xhtml']")).isVisible();
            katrin.picture("systems-empty");
            // nothing said
            katrin.page.locator("#make\\:create").click();
            assertThat(katrin.see("#make")).containsText("Nennen Sie das System");
            katrin.page.locator("#make\\:system").fill(WAREHOUSE);
            katrin.page.locator("#make\\:create").click();
            assertThat(katrin.page.locator("#make")).containsText("Wählen Sie mindestens ein Recht.");
            katrin.picture("systems-refused");
            eye.look(katrin.page, "systems-refused");
            katrin.page.locator("#make input[value='order-reader']").check();
            katrin.page.locator("#make input[value='fulfilment']").check();
            katrin.page.locator("#make\\:last").fill("2999-12-31");
            katrin.page.locator("#make\\:create").click();
            String secret = katrin.see("#secret").inputValue();
            assertThat(secret).matches("rd_[a-z2-9]{8}_[A-Za-z0-9_-]{43}");
            katrin.page.locator("#copySecret").click();
            assertThat(katrin.page.locator("#copySecret")).hasText("Kopiert");
            assertThat(katrin.page.evaluate("() => navigator.clipboard.readText()"))
                    .isEqualTo(secret);
            assertThat(katrin.page.locator("#make\\:system")).hasValue("");
            Locator row = katrin.page.locator("#list tbody tr:has-text('" + WAREHOUSE + "')");
            assertThat(row).containsText("Bestellungen");
            assertThat(row).containsText("Nie");
            assertThat(row).containsText("bis 31.12.2999");
            katrin.picture("systems-secret");
            eye.look(katrin.page, "systems-secret");

            APIRequestContext system = outside.request()
                    .newContext(new APIRequest.NewContextOptions().setBaseURL(stage.ringdesk.address()));
            assertThat(orders(system, secret)).isEqualTo(200);

            katrin.page.reload();
            assertThat(row).containsText("Aktiv");
            assertThat(row).not().containsText("Nie");
            assertThat(katrin.page.locator("#secret")).hasCount(0);
            assertThat(katrin.page.content()).doesNotContain(secret);
            row.locator("button:has-text('Sperren')").click();
            assertThat(row).containsText("kommt sofort nicht mehr herein");
            katrin.picture("systems-sure");
            eye.look(katrin.page, "systems-sure");
            row.locator("button:has-text('Behalten')").click();
            assertThat(row).not().containsText("kommt sofort nicht mehr herein");
            assertThat(orders(system, secret)).isEqualTo(200);
            row.locator("button:has-text('Sperren')").click();
            assertThat(row).containsText("kommt sofort nicht mehr herein");
            row.locator("button.danger").click();
            assertThat(row).containsText("Gesperrt");
            assertThat(orders(system, secret)).isEqualTo(401);
            katrin.picture("systems-revoked");
            eye.look(katrin.page, "systems-revoked");
            assertThat(katrin.faults).isEmpty();
            assertThat(eye.found()).isEmpty();
        }
    }

    private static int orders(APIRequestContext system, String secret) {
        return system.get("/api/v1/orders", RequestOptions.create().setHeader("Authorization", "Bearer " + secret))
                .status();
    }
}
