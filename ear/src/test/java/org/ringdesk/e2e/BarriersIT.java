package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No page holds a barrier that axe calls serious, light or dark, and none is wider than the window; {@link Walk} sees every state. */
@ExtendWith(Stage.Extension.class)
class BarriersIT {
    private final Stage stage;
    private final Eye eye = new Eye("de", false);
    private final AgentPage anna;
    private final AgentPage petra;
    private final AgentPage katrin;

    BarriersIT(Stage stage) {
        this.stage = stage;
        anna = stage.agent("anna.schmidt");
        petra = stage.agent("petra.lindner");
        katrin = stage.agent("katrin.brandt");
    }

    @AfterEach
    void leave() {
        anna.close();
        petra.close();
        katrin.close();
    }

    @Test
    void anAgentTakesAnOrder() {
        anna.page.navigate("/login.xhtml");
        eye.look(anna.page, "log-in");
        anna.logIn().beginOrder(stage.nextCustomer("DE"));
        anna.add("lam", 1);
        eye.look(anna.page, "order");
        anna.press("F9");
        assertThat(anna.page.locator("#payment\\:amount")).isFocused();
        eye.look(anna.page, "payment");
        anna.press("Escape");
        assertThat(eye.found()).isEmpty();
    }

    @Test
    void aSupervisorAndAnAdminLookAround() {
        petra.page.navigate("/supervision/floor.xhtml");
        petra.typeLogIn(petra.password());
        petra.see("#agents .card");
        petra.picture("floor");
        eye.look(petra.page, "floor");
        petra.page.navigate("/orders/queues.xhtml");
        petra.see("#workTitle");
        eye.look(petra.page, "work");
        katrin.page.navigate("/administration/system.xhtml");
        katrin.typeLogIn(katrin.password());
        katrin.see("main h1, main h2");
        katrin.picture("system");
        eye.look(katrin.page, "system");
        katrin.page.navigate("/administration/queues.xhtml");
        katrin.see("#queuesTitle");
        eye.look(katrin.page, "queues");
        assertThat(eye.found()).isEmpty();
    }
}
