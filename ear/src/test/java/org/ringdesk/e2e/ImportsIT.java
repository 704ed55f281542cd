package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin brings files in, and an agent sells what was in them. */
@ExtendWith(Stage.Extension.class)
class ImportsIT {
    private static final String HEADER = "number;name_en;name_de;category;active\n";
    private static final double WORK = 120_000;

    /** {@code -Dimports.rows=100000} measures; what it took is printed. */
    private static final int ROWS = Integer.getInteger("imports.rows", 12_000);

    private static final String COUNT =
            NumberFormat.getIntegerInstance(Locale.GERMANY).format(ROWS);

    private final Stage stage;

    ImportsIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aFileWithFaultsIsMendedAndItsProductIsSold() {
        Eye eye = new Eye("de", false);
        try (AgentPage katrin = stage.agent("katrin.brandt");
                AgentPage emily = stage.agent("emily.clarke")) {
            katrin.page.navigate("/administration/system.xhtml");
            katrin.typeLogIn(katrin.password());
            katrin.page.locator("nav a[href*='imports.xhtml']").click();
            assertThat(katrin.see("#importsTitle")).hasText("Importe");
            eye.look(katrin.page, "imports");
            katrin.picture("imports-empty");
            // nothing chosen
            katrin.page.locator("#upload\\:check").click();
            assertThat(katrin.see("#upload")).containsText("Wählen Sie zuerst eine Datei.");
            upload(katrin, "PRODUCTS", "colours.csv", "name;colour\nx;y\n");
            assertThat(katrin.see("#upload")).containsText("Diese Spalten sind nicht bekannt: colour, name.");
            upload(katrin, "PRODUCTS", "bad.csv", HEADER + """
                    E2E-001;Beeswax polish;Bienenwachspolitur;KITCHEN;ja
                    E2E-002;;Leinöl;KITCHEN;ja
                    E2E-003;Chalk;Kreide;PLANES;ja
                    E2E-004;Soap;Seife;KITCHEN;vielleicht
                    """);
            state(katrin, "bad.csv", "CHECKED");
            assertThat(katrin.see("#bad")).hasText("3");
            Locator faults = katrin.page.locator("#faults tbody tr");
            assertThat(faults).hasCount(3);
            assertThat(faults.nth(0)).containsText("name_en");
            assertThat(faults.nth(1)).containsText("PLANES gibt es nicht.");
            assertThat(faults.nth(2).locator("td").first()).hasText("5");
            assertThat(katrin.page.locator("#preview tbody tr")).hasCount(4);
            assertThat(katrin.page.locator("#job\\:whole")).isDisabled();
            eye.look(katrin.page, "imports-faults");
            katrin.picture("imports-faults");
            upload(katrin, "PRODUCTS", "mended.csv", HEADER + "E2E-001;Beeswax polish;Bienenwachspolitur;KITCHEN;ja\n");
            state(katrin, "mended.csv", "CHECKED");
            assertThat(katrin.see("#added")).hasText("1");
            byKeyboard(katrin, "#job\\:whole");
            state(katrin, "mended.csv", "DONE");
            katrin.picture("imports-done");
            eye.look(katrin.page, "imports-done");
            upload(katrin, "PRICES", "prices.csv", "product;channel;amount\ne2e-001;UK;7,95\n");
            state(katrin, "prices.csv", "CHECKED");
            katrin.page.locator("#job\\:good").click();
            state(katrin, "prices.csv", "DONE");
            assertThat(katrin.page.locator("#jobs .import-state.import-DONE").first())
                    .hasText("Importiert");
            assertThat(katrin.page.locator("#jobs tbody tr").first()).containsText("Katrin Brandt");
            emily.logIn().beginOrder(stage.nextCustomer());
            emily.page.locator("#productSearch").fill("beeswax");
            assertThat(emily.see("#productFound .option")).containsText("7.95");
            // the file named no picture
            emily.page.waitForFunction("() => document.querySelector('#productFound .option img').naturalWidth > 0");
            emily.press("Enter");
            emily.lines(1);
            assertThat(katrin.faults).isEmpty();
            assertThat(emily.faults).isEmpty();
            assertThat(eye.found()).isEmpty();
        }
    }

    /** What is seen of a long file: that it goes on, the counts at the end, and the history. */
    @Test
    void aLongFileShowsHowFarItIs() {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(n -> "LONG-" + n + ";Nail " + n + ";Nagel " + n + ";KITCHEN;no\n")
                .collect(Collectors.joining());
        try (AgentPage katrin = stage.agent("katrin.brandt")) {
            katrin.page.navigate("/administration/imports.xhtml");
            katrin.typeLogIn(katrin.password());
            katrin.see("#importsTitle");
            long began = System.nanoTime();
            upload(katrin, "PRODUCTS", "long.csv", HEADER + rows);
            assertThat(katrin.see("#progress")).hasAttribute("max", "100");
            katrin.picture("imports-progress");
            state(katrin, "long.csv", "CHECKED");
            assertThat(katrin.page.locator("#added")).hasText(COUNT);
            long checked = System.nanoTime();
            katrin.page.locator("#job\\:good").click();
            katrin.see("#import[data-state=IMPORTING] #progress, #import[data-state=DONE]");
            state(katrin, "long.csv", "DONE");
            assertThat(katrin.page.locator("#added")).hasText(COUNT);
            long imported = System.nanoTime();
            System.out.printf(
                    "%s products: sent and checked in %.1f s, imported in %.1f s%n",
                    COUNT, (checked - began) / 1e9, (imported - checked) / 1e9);
            assertThat(stage.database.count("select count(*) n from product where number like 'LONG-%'"))
                    .isEqualTo(ROWS);
            // a page that is loaded anew shows the same
            katrin.page.reload();
            state(katrin, "long.csv", "DONE");
            assertThat(katrin.faults).isEmpty();
        }
    }

    private static void upload(AgentPage katrin, String kind, String name, String text) {
        katrin.page.locator("#upload\\:kind").selectOption(kind);
        katrin.page
                .locator("#upload\\:file")
                .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        katrin.page.locator("#upload\\:check").click();
    }

    private static void byKeyboard(AgentPage katrin, String button) {
        katrin.page.locator(button).focus();
        katrin.press("Enter");
    }

    private static void state(AgentPage katrin, String name, String state) {
        assertThat(katrin.page.locator("#jobTitle")).hasText(name);
        assertThat(katrin.page.locator("#import"))
                .hasAttribute("data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(WORK));
    }
}
