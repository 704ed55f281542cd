package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work queues by keyboard: what waits, who has it, and what is done about it; in both languages. */
@ExtendWith(Stage.Extension.class)
class WorkQueuesIT {
    private static final double LATE = 40_000;
    private final Stage stage;

    WorkQueuesIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aSupervisorClearsAHoldWhileAnAgentLooks() {
        try (AgentPage emily = stage.agent("emily.clarke");
                AgentPage graham = queues("graham.wells", "en", "HELD")) {
            emily.logIn();
            String order = order(emily, "GB", "stoneware mug 350 ml, blue");
            hold(emily, "FRAUD", "Third card");
            // it came by itself
            Locator row = graham.page.locator("[data-work='" + order + "']");
            assertThat(row).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LATE));
            assertThat(graham.page.locator("tr:has([data-work='" + order + "'])"))
                    .containsText("Third card");
            assertThat(graham.see("[data-queue='HELD'] .some")).not().isEmpty();
            row.focus();
            graham.press("Enter");
            assertThat(graham.see("#claim")).containsText("Yours until");
            assertThat(row).isFocused();
            assertThat(emily.see("#company .looks", LATE)).hasText("Graham Wells is looking at this order");
            assertThat(graham.see("#company .looks", LATE)).hasText("Emily Clarke is looking at this order");
            pictures(graham, "work-held");
            graham.press("r");
            assertThat(graham.page.locator("#work\\:reason")).isFocused();
            graham.type("Known to us");
            assertThat(emily.see("#company .types", LATE)).hasText("Graham Wells is typing in it");
            // what the other does comes in and what is typed stays
            emily.press("Alt+D");
            note(emily, "Asked for his wife");
            assertThat(graham.see("#taken .notes", LATE)).containsText("Asked for his wife");
            assertThat(graham.page.locator("#work\\:reason")).hasValue("Known to us");
            assertThat(graham.page.locator("#work\\:reason")).isFocused();
            graham.see("#work button:has-text('Clear')").click();
            assertThat(graham.see("#notices")).containsText("The hold is cleared");
            assertThat(row).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LATE));
            assertThat(emily.page.locator("#orderFacts"))
                    .hasAttribute("data-status", "DRAFT", new LocatorAssertions.HasAttributeOptions().setTimeout(LATE));
            graham.press("Escape");
            assertThat(emily.page.locator("#company .looks"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LATE));
            assertThat(graham.barriers()).isEmpty();
            assertThat(emily.faults).isEmpty();
            assertThat(graham.faults).isEmpty();
        }
    }

    @Test
    void ofTwoOneHasItInGerman() {
        try (AgentPage anna = new AgentPage(stage, stage.ringdesk, "anna.schmidt", "de");
                AgentPage miriam = queues("miriam.vogel", "de", "DECLINED");
                AgentPage petra = queues("petra.lindner", "de", "DECLINED")) {
            anna.logIn();
            String first = declined(anna, "3 assam");
            String second = declined(anna, "steinzeugbecher 350 ml, blau");
            for (String order : new String[] {first, second}) {
                assertThat(petra.page.locator("[data-work='" + order + "']"))
                        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LATE));
            }
            // by keyboard alone: the rows from the first on
            petra.page.locator("#workTitle").click();
            petra.press("j");
            assertThat(petra.page.locator("#rows [data-work]").first()).isFocused();
            petra.press("j");
            assertThat(petra.page.locator("#rows [data-work]").nth(1)).isFocused();
            petra.press("k");
            petra.press("ArrowDown");
            assertThat(petra.page.locator("#rows [data-work]").nth(1)).isFocused();
            petra.press("Enter");
            assertThat(petra.see("#claim")).containsText("Ihre bis");
            String taken = petra.orderNumber();
            assertThat(miriam.see("tr:has([data-work='" + taken + "']) .has", LATE))
                    .hasText("Hat Petra Lindner");
            miriam.see("[data-work='" + taken + "']").click();
            assertThat(miriam.see("#notices")).containsText("Petra Lindner arbeitet bis");
            assertThat(miriam.see("#claim.others")).containsText("Sie können sie lesen");
            miriam.gone("#work\\:again");
            pictures(miriam, "work-declined-de");
            assertThat(miriam.barriers()).isEmpty();
            miriam.press("Escape");
            petra.press("Escape");
            assertThat(petra.page.locator("#orderFacts")).hasCount(0);
            miriam.see("tr:has([data-work='" + taken + "']):not(.others) [data-work]", LATE)
                    .click();
            assertThat(miriam.see("#claim:not(.others)")).containsText("Ihre bis");
            miriam.press("n");
            assertThat(miriam.page.locator("#work\\:note")).isFocused();
            miriam.type("Ruft morgen wieder an");
            miriam.press("Tab");
            miriam.press("Enter");
            assertThat(miriam.see("#taken .notes")).containsText("Ruft morgen wieder an");
            miriam.page.locator("#workTitle").click();
            miriam.press("?");
            assertThat(miriam.see("#keysList")).containsText("Öffnen (Eingabe)");
            miriam.press("Escape");
            assertThat(petra.faults).isEmpty();
            assertThat(miriam.faults).isEmpty();
        }
    }

    @Test
    void theFilterIsInTheAddressAndWhoHasNoRightIsNotLetIn() {
        try (AgentPage petra = queues("petra.lindner", "en", "HELD");
                AgentPage emily = stage.agent("emily.clarke")) {
            petra.page.locator("#channel").selectOption("UK");
            petra.page.locator("#age").selectOption("WEEK");
            petra.page.locator("#filter button").click();
            petra.see("#nothing");
            assertThat(petra.page.locator("#channel")).hasValue("UK");
            assertThat(petra.page.locator("#age")).hasValue("WEEK");
            assertThat(petra.page.url()).contains("age=WEEK").contains("channel=UK");
            pictures(petra, "work-empty");
            emily.logIn();
            assertThat(emily.page.navigate("/orders/queues.xhtml").status()).isEqualTo(403);
        }
    }

    private AgentPage queues(String login, String language, String queue) {
        AgentPage page = new AgentPage(stage, stage.ringdesk, login, language);
        page.page.navigate("/orders/queues.xhtml?queue=" + queue);
        page.typeLogIn(page.password());
        page.see("#workTitle");
        page.page.navigate("/orders/queues.xhtml?queue=" + queue);
        assertThat(page.see(".queue-list [aria-current='page']")).hasAttribute("data-queue", queue);
        return page;
    }

    private String order(AgentPage agent, String country, String product) {
        agent.beginOrder(stage.nextCustomer(country));
        agent.add(product, 1);
        return agent.orderNumber();
    }

    private String declined(AgentPage agent, String product) {
        String order = order(agent, "DE", product);
        agent.press("F9");
        agent.page.locator("#payment\\:card").selectOption("DECLINED");
        agent.page.locator("#payment\\:amount").press("Enter");
        agent.gone("#payment\\:amount");
        agent.place();
        agent.see("#orderColumn .notice.bad");
        return order;
    }

    private static void hold(AgentPage agent, String code, String reason) {
        agent.press("Alt+0");
        assertThat(agent.page.locator("#hold\\:code")).isFocused();
        agent.page.locator("#hold\\:code").selectOption(code);
        agent.page.locator("#hold\\:reason").fill(reason);
        agent.page.locator("#hold\\:reason").press("Enter");
        agent.see("#onHold");
    }

    private static void note(AgentPage agent, String text) {
        agent.see("#notes\\:text").fill(text);
        agent.page.locator("#notes\\:add").click();
        assertThat(agent.see("#notes .note-text")).hasText(text);
    }

    private static void pictures(AgentPage page, String name) {
        page.picture(name + "-1366");
        page.page.setViewportSize(1920, 1080);
        page.picture(name + "-1920");
        page.page.setViewportSize(1366, 768);
    }
}
