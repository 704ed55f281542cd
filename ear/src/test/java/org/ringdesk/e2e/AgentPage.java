package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An agent at the browser: what they press and what they see. */
final class AgentPage implements AutoCloseable {
    private static final double SOON = 15_000;

    private final Stage stage;
    private final String login;
    final BrowserContext context;
    final Page page;
    final List<String> faults = new ArrayList<>();

    AgentPage(Stage stage, String login) {
        this.stage = stage;
        this.login = login;
        context = stage.browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(stage.ringdesk.address())
                .setViewportSize(1366, 768));
        page = context.newPage();
        page.onPageError(faults::add);
        page.setDefaultTimeout(SOON);
    }

    AgentPage logIn() {
        page.navigate("/agent/workspace.xhtml");
        typeLogIn(stage.ringdesk.password());
        assertThat(page.locator("#stateWord")).not().isEmpty();
        return this;
    }

    void typeLogIn(String password) {
        page.locator("#login\\:name").fill(login);
        page.locator("#login\\:password").fill(password);
        page.locator("#login\\:password").press("Enter");
    }

    /** Returns when the PBX has the agent in its queues. */
    AgentPage ready() {
        page.locator("#stateButton").click();
        page.locator("#state\\:ready").click();
        see("#stateWord.state-READY");
        stage.database.awaitRow("select 1 from agent_presence where login = ? and wish = 'READY' and told", login);
        return this;
    }

    /** Returns when the PBX has the agent out of its queues. */
    void signOut() {
        page.locator("#stateButton").click();
        page.locator("#state\\:signOut").click();
        stage.database.awaitRow("select 1 from agent_presence where login = ? and wish = 'SIGNED_OUT' and told", login);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    Locator see(String selector) {
        return see(selector, SOON);
    }

    Locator see(String selector, double millis) {
        Locator found = page.locator(selector).first();
        assertThat(found).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(millis));
        return found;
    }

    void gone(String selector) {
        assertThat(page.locator(selector)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SOON));
    }

    /** Adds the first product that is found. */
    void add(String words, int expectedLines) {
        Locator search = page.locator("#productSearch");
        assertThat(search).isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(SOON));
        type(words);
        see("#productFound .option");
        press("Enter");
        assertThat(page.locator("#lines\\:table tbody tr.ui-widget-content"))
                .hasCount(expectedLines, new LocatorAssertions.HasCountOptions().setTimeout(SOON));
        assertThat(search).hasValue("");
    }

    String orderNumber() {
        return page.locator("#orderFacts").getAttribute("data-number");
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "e2e", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
