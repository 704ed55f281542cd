package org.ringdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A card number is typed into every field of every page, and is then nowhere: not sent, not stored, not logged, not pushed. */
@ExtendWith(Stage.Extension.class)
class NoCardNumbersIT {
    private static final String CARD = "5454545454545454";
    private static final String FIELDS = "textarea:visible:enabled, input[type=text]:visible:enabled,"
            + " input[type=search]:visible:enabled, input[type=number]:visible:enabled, input[type=tel]:visible:enabled,"
            + " input:not([type]):visible:enabled";

    private final Stage stage;
    private final List<String> said = new ArrayList<>();
    private final Set<String> planted = new TreeSet<>();

    NoCardNumbersIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void nowhere() {
        try (AgentPage emily = stage.agent("emily.clarke");
                AgentPage katrin = stage.agent("katrin.brandt");
                AgentPage petra = stage.agent("petra.lindner")) {
            listen(emily);
            emily.logIn();
            plant(emily);
            emily.press("Escape");
            emily.page.locator("#customerSearch").fill("");
            String customer = stage.nextCustomer();
            emily.beginOrder(customer);
            emily.add("mug", 1);
            plant(emily);
            emily.page.reload();
            emily.lines(1);
            emily.press("Alt+V");
            emily.see("#codes\\:code");
            plant(emily);
            emily.page.reload();
            emily.lines(1);
            emily.press("Alt+I");
            emily.see("#prices\\:price");
            plant(emily);
            emily.page.reload();
            emily.lines(1);
            emily.press("Alt+D");
            emily.see("#delivery\\:for");
            plant(emily);
            emily.page.reload();
            emily.lines(1);
            emily.press("Alt+0");
            emily.see("#hold\\:reason");
            plant(emily);
            emily.page.reload();
            emily.lines(1);
            emily.press("F9");
            emily.page.locator("#payment\\:method").selectOption("CHECK");
            emily.see("#payment\\:checkNumber");
            plant(emily);
            emily.page.reload();
            emily.lines(1);
            emily.page.locator("#customerSearch").fill(customer);
            emily.see("#customerFound .option");
            emily.press("Enter");
            assertThat(emily.see("#customer .who").textContent()).contains(customer);
            emily.press("Alt+b");
            emily.see("#customerForm");
            plant(emily);

            for (AgentPage other : List.of(katrin, petra)) {
                listen(other);
                List<String> pages = other == petra
                        ? List.of("/supervision/floor.xhtml")
                        : List.of(
                                "/administration/system.xhtml",
                                "/administration/queues.xhtml",
                                "/administration/prices.xhtml?kind=DISCOUNT&rule=new",
                                "/administration/tryPrices.xhtml",
                                "/administration/imports.xhtml");
                for (String path : pages) {
                    other.page.navigate(path);
                    if (other.page.locator("#login\\:name").isVisible()) {
                        other.typeLogIn(other.password());
                        other.see("main");
                    }
                    plant(other);
                }
            }
        }
        assertThat(planted)
                .contains(
                        "customerSearch",
                        "productSearch",
                        "codes:code",
                        "prices:price",
                        "payment:checkNumber",
                        "notes:text",
                        "hold:reason",
                        "try:cart")
                .hasSizeGreaterThan(20);
        assertThat(said).isNotEmpty().noneMatch(NoCardNumbersIT::hasIt);
        assertThat(stage.ringdesk.log()).doesNotContain(CARD);
        assertThat(columnsWithIt()).isEmpty();
    }

    private void listen(AgentPage who) {
        who.page.onRequest(request -> said.add(request.url() + ' ' + request.postData()));
        who.page.onWebSocket(socket -> {
            socket.onFrameSent(frame -> said.add(String.valueOf(frame.text())));
            socket.onFrameReceived(frame -> said.add(String.valueOf(frame.text())));
        });
    }

    /** As a person would: typed, and left. */
    private void plant(AgentPage who) {
        List<String> ids = new ArrayList<>();
        for (Locator field : who.page.locator(FIELDS).all()) {
            String id = field.getAttribute("id");
            assertThat(id).as("every field has a name").isNotNull();
            ids.add(Objects.requireNonNull(id));
        }
        for (String id : ids) {
            Locator field = who.page.locator("[id='" + id + "']");
            if (field.count() == 0 || !field.isVisible() || !field.isEditable()) {
                continue;
            }
            field.fill("");
            field.pressSequentially(CARD);
            assertThat(hasIt(field.inputValue())).as(id).isFalse();
            planted.add(id);
            field.blur();
        }
    }

    private static boolean hasIt(String text) {
        return text.replace("%20", "").replaceAll("\\D", "").contains(CARD);
    }

    private List<String> columnsWithIt() {
        List<String> found = new ArrayList<>();
        String all = String.valueOf(stage.database.row("""
                        select string_agg(table_name || '.' || column_name, ',') columns from information_schema.columns
                        where table_schema = 'public' and data_type in ('character varying', 'text', 'character')
                        """).get("columns"));
        assertThat(all).contains("customer.company");
        for (String column : all.split(",")) {
            String[] name = column.split("\\.");
            if (stage.database.count("select count(*) n from " + name[0] + " where regexp_replace(" + name[1]
                            + ", '[^0-9]', '', 'g') like '%" + CARD + "%'")
                    != 0) {
                found.add(column);
            }
        }
        return found;
    }
}
