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
import org.ringdesk.e2e.support.RunningRingdesk;

/** An agent at the browser: what they press and what they see. */
final class AgentPage implements AutoCloseable {
    static final double SOON = 15_000;

    private final Stage stage;
    private final RunningRingdesk ringdesk;
    private final String login;
    private final String language;
    final BrowserContext context;
    final Page page;
    final List<String> faults = new ArrayList<>();

    AgentPage(Stage stage, String login) {
        this(stage, stage.ringdesk, login);
    }

    /** At another Ringdesk than the stage's. */
    AgentPage(Stage stage, RunningRingdesk ringdesk, String login) {
        this(stage, ringdesk, login, "en");
    }

    /** With a browser of that language. */
    AgentPage(Stage stage, RunningRingdesk ringdesk, String login, String language) {
        this.stage = stage;
        this.ringdesk = ringdesk;
        this.login = login;
        this.language = language;
        context = stage.browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setBaseURL(ringdesk.address())
                .setViewportSize(1366, 768));
        page = context.newPage();
        page.onPageError(faults::add);
        page.setDefaultTimeout(SOON);
    }

    String password() {
        return ringdesk.password();
    }

    AgentPage logIn() {
        page.navigate("/agent/workspace.xhtml");
        typeLogIn(ringdesk.password());
        assertThat(page.locator("#stateWord")).not().isEmpty();
        return this;
    }

    /** What keeps people from using what is shown now, or is not in their language. */
    List<String> barriers() {
        Eye eye = new Eye(language, false);
        eye.look(page, page.url());
        return eye.found();
    }

    void typeLogIn(String password) {
        page.locator("#login\\:name").fill(login);
        page.locator("#login\\:password").fill(password);
        page.locator("#login\\:password").press("Enter");
    }

    AgentPage sayReady() {
        page.locator("#stateButton").click();
        page.locator("#state\\:ready").click();
        see("#stateWord.state-READY, #stateWord.state-UNREACHABLE");
        return this;
    }

    /** Returns when the PBX has the agent in its queues; whether the phone is there is another matter. */
    AgentPage ready() {
        sayReady();
        stage.database.awaitRow("select 1 from agent_presence where login = ? and wish = 'READY' and told", login);
        return this;
    }

    /** Asks to be ready at another phone, as typed; the menu may still be open with a refusal. */
    void signsInAt(String extension) {
        if (!page.locator("#stateList").isVisible()) {
            page.locator("#stateButton").click();
        }
        page.locator("#state\\:extension").fill(extension);
        page.locator("#state\\:ready").click();
    }

    /** Returns when the PBX has the agent out of its queues. */
    void signOut() {
        page.locator("#stateButton").click();
        page.locator("#state\\:signOut").click();
        stage.database.awaitRow("select 1 from agent_presence where login = ? and wish = 'SIGNED_OUT' and told", login);
    }

    /** Begins an order for a customer found by name or number; the cursor is in the product search then. */
    AgentPage beginOrder(String customer) {
        Locator search = page.locator("#customerSearch");
        search.fill(customer);
        see("#customerFound .option");
        search.press("Enter");
        assertThat(see("#customer .who")).containsText(customer);
        press("F8");
        assertThat(page.locator("#orderFacts")).hasAttribute("data-status", "DRAFT");
        assertThat(page.locator("#productSearch")).isFocused();
        return this;
    }

    /** All of it, with the card that is chosen at first. */
    void payByCard() {
        press("F9");
        assertThat(page.locator("#payment\\:amount")).isFocused();
        press("Enter");
        gone("#payment\\:amount");
    }

    /** From the order's lines, by keyboard alone: so many steps down among the methods, a check's number if it is one. */
    void payBy(int method, String checkNumber) {
        press("F9");
        assertThat(page.locator("#payment\\:amount")).isFocused();
        press("Shift+Tab");
        press("Shift+Tab");
        assertThat(page.locator("#payment\\:method")).isFocused();
        for (int i = 0; i < method; i++) {
            press("ArrowDown");
        }
        gone("#payment\\:card");
        if (checkNumber.isEmpty()) {
            gone("#payment\\:checkNumber");
        }
        press("Tab");
        if (!checkNumber.isEmpty()) {
            assertThat(page.locator("#payment\\:checkNumber")).isFocused();
            type(checkNumber);
            press("Tab");
        }
        assertThat(page.locator("#payment\\:amount")).isFocused();
        press("Enter");
        gone("#payment\\:amount");
    }

    /** By keyboard, when payments cover the total. */
    void place() {
        press("F10");
        assertThat(page.locator("#complete\\:place")).isFocused();
        press("Enter");
    }

    void lines(int expected) {
        assertThat(page.locator("#lines\\:table tbody tr.ui-widget-content:not(.ui-datatable-empty-message)"))
                .hasCount(expected, new LocatorAssertions.HasCountOptions().setTimeout(SOON));
    }

    void press(String key) {
        if (key.matches("F\\d+|Alt\\+.|Escape")) {
            // one that comes before the page listens is nobody's
            assertThat(page.locator("#keysButton[hidden]")).hasCount(0);
        }
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
        assertThat(page.locator("#productFound")).isHidden();
        type(words);
        see("#productFound .option");
        press("Enter");
        lines(expectedLines);
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
