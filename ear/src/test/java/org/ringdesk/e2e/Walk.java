package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.e2e.support.CallerCall;
import org.ringdesk.e2e.support.Phone;

/**
 * A person's walk through every page and the states it can be in, in both languages, light and dark. No page may hold a barrier that
 * axe calls serious, none be wider than the window, none break its content policy, and none jump when something happens elsewhere.
 * It takes minutes and pictures, so it is walked when asked for; README tells how.
 */
@ExtendWith(Stage.Extension.class)
class Walk {
    private static final Duration LONG_RING = Duration.ofSeconds(8);

    /** Who walks, and whom they meet. */
    private record Walker(
            String language,
            String agent,
            String extension,
            String supervisor,
            String hotline,
            String known,
            String shared,
            String unknown,
            String customer,
            String over) {}

    private static final Walker GERMAN = new Walker(
            "de",
            "anna.schmidt",
            "1001",
            "petra.lindner",
            "+493023125100",
            "+493023125042",
            "+493023125043",
            "+493023125966",
            "Huber",
            "Das Gespräch ist zu Ende");
    private static final Walker ENGLISH = new Walker(
            "en",
            "emily.clarke",
            "1004",
            "graham.wells",
            "+442079460100",
            "+442079460042",
            "+441614960044",
            "+442079460966",
            "Moore",
            "The call is over");

    private final Stage stage;
    private final List<String> complaints = new ArrayList<>();
    private final List<AgentPage> open = new ArrayList<>();

    Walk(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void leave() {
        open.forEach(page -> page.picture("walk-ended-" + open.indexOf(page)));
        open.forEach(AgentPage::close);
        assertThat(open).allSatisfy(page -> assertThat(page.faults).isEmpty());
    }

    @Test
    void inGerman() {
        walk(GERMAN);
    }

    @Test
    void inEnglish() {
        walk(ENGLISH);
    }

    private void walk(Walker walker) {
        Eye eye = new Eye(walker.language, true);
        AgentPage agent = somebody(walker.agent, walker.language);
        logIn(eye, agent);
        AgentPage supervisor = somebody(walker.supervisor, walker.language);
        supervisor.page.navigate("/supervision/floor.xhtml");
        supervisor.typeLogIn(stage.ringdesk.password());
        supervisor.see("#agents .card");
        agent.ready();
        aKnownCaller(eye, walker, agent, supervisor);
        otherCallers(eye, walker, agent);
        aCallWhileTyping(eye, walker, agent);
        withoutTelephony(eye, agent, supervisor);
        supervisor.page.navigate("/orders/queues.xhtml");
        supervisor.see("#workTitle");
        eye.look(supervisor.page, "31-work-queues");
        console(eye, walker);
        errors(eye, agent);
        agent.signOut();
        aSessionThatEnded(eye, agent);
        assertThat(eye.found()).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private AgentPage somebody(String login, String language) {
        AgentPage page = new AgentPage(stage, stage.ringdesk, login, language);
        page.page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        open.add(page);
        return page;
    }

    private void logIn(Eye eye, AgentPage agent) {
        agent.page.navigate("/agent/workspace.xhtml");
        eye.look(agent.page, "01-log-in");
        agent.typeLogIn("not the password");
        agent.see("#login\\:notices .notice");
        eye.look(agent.page, "02-log-in-wrong");
        agent.typeLogIn(stage.ringdesk.password());
        assertThat(agent.page.locator("#stateWord")).not().isEmpty();
        eye.look(agent.page, "03-workspace");
        agent.page.locator("#stateButton").click();
        agent.see("#stateList");
        eye.look(agent.page, "04-state-menu");
        agent.press("Escape");
        agent.page.locator("#keysButton").click();
        agent.see("dialog#keys");
        eye.look(agent.page, "05-keys");
        agent.press("Escape");
        agent.gone("dialog#keys[open]");
    }

    private void aKnownCaller(Eye eye, Walker walker, AgentPage agent, AgentPage supervisor) {
        try (Phone phone = Phone.answering(stage.pbx, walker.extension, LONG_RING);
                CallerCall call = CallerCall.begin(stage.pbx, walker.known, walker.hotline)) {
            agent.see("#callBar .call-RINGING");
            agent.see("#customer .history");
            eye.look(agent.page, "06-ringing");
            agent.see("#callBar .call-TALKING");
            eye.look(agent.page, "07-talking");
            supervisor.see("#calls .call-TALKING");
            eye.look(supervisor.page, "08-floor");
            agent.press("F8");
            assertThat(agent.page.locator("#orderFacts")).hasAttribute("data-status", "DRAFT");
            eye.look(agent.page, "09-order-empty");
            lines(eye, agent);
            payments(eye, agent);
            eye.beginToWatch(agent.page);
            call.hangUp();
            agent.see("#callBar .call-ENDED");
            assertThat(agent.page.locator("#callBar .reason")).hasText(walker.over);
            assertThat(eye.jumped(agent.page)).as("the call's end").isEmpty();
            eye.look(agent.page, "22-ended");
        }
    }

    private void lines(Eye eye, AgentPage agent) {
        Locator search = agent.page.locator("#productSearch");
        assertThat(search).isFocused();
        search.fill("la");
        agent.see("#productFound .option");
        eye.look(agent.page, "10-product-search");
        search.press("Escape");
        agent.add("la", 1);
        agent.add("12 be", 2);
        agent.add("ca", 3);
        eye.look(agent.page, "11-order-lines");
        agent.page.locator("#quantity").fill("0");
        search.fill("so");
        agent.see("#productFound .option");
        search.press("Enter");
        agent.see("#entry .ui-message-error");
        eye.look(agent.page, "12-quantity-refused");
        search.press("Escape");
        agent.page.locator("#lines .remove button").last().click();
        agent.see("#lines .notice");
        eye.look(agent.page, "13-line-removed");
    }

    private void payments(Eye eye, AgentPage agent) {
        agent.press("F9");
        assertThat(agent.page.locator("#payment\\:amount")).isFocused();
        eye.look(agent.page, "14-payment-card");
        agent.page.locator("#payment\\:method").selectOption("CHECK");
        agent.see("#payment\\:checkNumber");
        eye.look(agent.page, "15-payment-check");
        agent.page.locator("#payment\\:method").selectOption("ACCOUNT");
        agent.gone("#payment\\:checkNumber");
        agent.page.locator("#payment\\:amount").fill("99999");
        agent.page.locator("#payment\\:amount").press("Enter");
        agent.see("#payment .ui-message-error");
        eye.look(agent.page, "16-payment-refused");
        agent.press("Escape");
        agent.gone("#payment\\:amount");
        pay(agent, "DECLINED");
        eye.look(agent.page, "17-paid");
        agent.press("F10");
        assertThat(agent.page.locator("#complete\\:place")).isFocused();
        eye.look(agent.page, "18-recap");
        agent.press("Enter");
        agent.see("#order .notice.bad");
        eye.look(agent.page, "19-declined");
        agent.page.locator("#payments button").first().click();
        agent.gone("#payments .pay");
        agent.press("F10");
        agent.see("#complete\\:place");
        eye.look(agent.page, "20-recap-not-paid");
        agent.press("Escape");
        agent.gone("#complete\\:place");
        pay(agent, "VISA");
        agent.place();
        agent.see("#placedNumber");
        eye.look(agent.page, "21-placed");
    }

    private static void pay(AgentPage agent, String card) {
        agent.press("F9");
        assertThat(agent.page.locator("#payment\\:amount")).isFocused();
        agent.page.locator("#payment\\:card").selectOption(card);
        agent.page.locator("#payment\\:amount").press("Enter");
        agent.gone("#payment\\:amount");
    }

    private void otherCallers(Eye eye, Walker walker, AgentPage agent) {
        agent.page.locator("#lines\\:aside").click();
        agent.gone("#placedNumber");
        try (Phone phone = Phone.silent(stage.pbx, walker.extension)) {
            try (CallerCall call = CallerCall.begin(stage.pbx, walker.shared, walker.hotline)) {
                agent.see("#customer .choices");
                eye.look(agent.page, "23-several-customers");
                hangUp(agent, call);
            }
            try (CallerCall call = CallerCall.begin(stage.pbx, walker.unknown, "Otto Nobody", walker.hotline)) {
                agent.see("#newCustomer\\:phone");
                eye.look(agent.page, "24-new-customer");
                agent.page.locator("#newCustomer\\:register").click();
                agent.see("#newCustomer .ui-message-error");
                eye.look(agent.page, "25-new-customer-refused");
                hangUp(agent, call);
            }
            try (CallerCall call = CallerCall.beginWithheld(stage.pbx, walker.hotline)) {
                agent.see("#callBar .call-RINGING");
                eye.look(agent.page, "26-withheld");
                hangUp(agent, call);
            }
        }
    }

    private static void hangUp(AgentPage agent, CallerCall call) {
        call.hangUp();
        agent.see("#callBar .call-ENDED");
        agent.see("#stateWord.state-READY");
    }

    private void aCallWhileTyping(Eye eye, Walker walker, AgentPage agent) {
        agent.beginOrder(walker.customer);
        agent.add("la", 1);
        try (Phone phone = Phone.silent(stage.pbx, walker.extension)) {
            eye.beginToWatch(agent.page);
            try (CallerCall call = CallerCall.begin(stage.pbx, walker.known, walker.hotline)) {
                agent.see("#otherCalls .call-RINGING");
                assertThat(eye.jumped(agent.page)).as("another call").isEmpty();
                assertThat(agent.page.locator("#productSearch")).isFocused();
                eye.look(agent.page, "27-another-call");
            }
        }
        agent.gone("#otherCalls .slim");
        agent.press("Alt+X");
        agent.see("#lines .notice.warn");
        eye.look(agent.page, "28-give-up");
        agent.press("Escape");
        agent.press("Alt+O");
        agent.see("[data-open-order]");
        eye.look(agent.page, "29-drafts");
    }

    private void withoutTelephony(Eye eye, AgentPage agent, AgentPage supervisor) {
        eye.beginToWatch(agent.page);
        stage.pbx.kill();
        agent.see("#linkBanner");
        assertThat(eye.jumped(agent.page)).as("telephony is gone").isEmpty();
        supervisor.see("#linkBanner");
        eye.look(agent.page, "30-offline");
        eye.look(supervisor.page, "31-floor-offline");
        stage.pbx.start();
        assertThat(agent.page.locator("#linkBanner"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
    }

    /** There is one administrator, who reads what the language of the walk is for the time of the walk. */
    private void console(Eye eye, Walker walker) {
        AgentPage admin = somebody("katrin.brandt", walker.language);
        admin.page.navigate("/administration/system.xhtml");
        admin.typeLogIn(stage.ringdesk.password());
        admin.see("#people");
        eye.look(admin.page, "32-system");
        admin.page.navigate("/administration/queues.xhtml");
        eye.look(admin.page, "32-queues");
        admin.page.navigate("/administration/prices.xhtml");
        admin.see("main h1, main h2");
        eye.look(admin.page, "32-prices");
        admin.page.navigate("/administration/imports.xhtml");
        admin.see("#importsTitle");
        eye.look(admin.page, "32-imports");
    }

    private void errors(Eye eye, AgentPage agent) {
        Page page = agent.context.newPage();
        page.setViewportSize(1366, 768);
        page.navigate("/administration/system.xhtml");
        eye.look(page, "33-error-403");
        page.navigate("/agent/nowhere.xhtml");
        eye.look(page, "34-error-404");
        page.navigate("/agent/workspace.xhtml");
        sendWhole(page, "-1:-1", "");
        eye.look(page, "35-error-expired");
        page.navigate("/agent/workspace.xhtml");
        sendWhole(page, "", "rdStart");
        assertThat(page.locator("code")).not().isEmpty();
        eye.look(page, "36-error-500");
        page.close();
    }

    /** Sends the page's commands as a whole page, with another view state or a command that lacks what it needs. */
    private static void sendWhole(Page page, String state, String command) {
        page.waitForNavigation(() -> page.evaluate("""
                ([state, command]) => {
                  const form = document.getElementById('commands');
                  if (state) form.querySelector('[name="jakarta.faces.ViewState"]').value = state;
                  const id = command && String(window[command]).match(/s:"([^"]+)"/)[1];
                  if (id) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: id, value: id }));
                  form.submit();
                }
                """, List.of(state, command)));
    }

    private void aSessionThatEnded(Eye eye, AgentPage agent) {
        // what is still asked for would lead to the log-in by itself
        agent.see("#stateWord.state-SIGNED_OUT");
        agent.page.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
        agent.context.clearCookies();
        agent.page.evaluate("Ringdesk.reread()");
        agent.see("#liveBanner a");
        eye.look(agent.page, "37-session-over");
        agent.page.locator("#liveBanner a").click();
        agent.see("main.sheet .notice");
        eye.look(agent.page, "38-log-in-again");
    }
}
