package org.ringdesk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ringdesk.e2e.support.CallerCall;
import org.ringdesk.e2e.support.RunningRingdesk;

/** What a newcomer does: {@code bin/run}, let it ring, sell, Ctrl-C; and tomorrow it is all still there. */
@ExtendWith(Stage.Extension.class)
class OneCommandIT {
    private final Stage stage;

    OneCommandIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void runsRingsStopsAndGoesOnWhereItWas() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target", "e2e").toAbsolutePath(), "own");
        String number;
        String password;
        try (RunningRingdesk ringdesk = RunningRingdesk.withAllItBrings(data)) {
            password = ringdesk.password();
            assertThat(ringdesk.words())
                    .contains(ringdesk.address(), "anna.schmidt", "petra.lindner", "katrin.brandt", password);
            number = ringsAndSells(ringdesk);
            assertThat(ringdesk.interrupt()).isZero();
            assertThat(ringdesk.leftRunning()).isEmpty();
            assertThat(ringdesk.readiness()).isZero();
        }
        try (RunningRingdesk again = RunningRingdesk.withAllItBrings(data);
                AgentPage anna = new AgentPage(stage, again, "anna.schmidt")) {
            assertThat(again.password()).isEqualTo(password);
            anna.logIn();
            anna.page.locator("[data-open-order=" + number + "]").click();
            assertThat(anna.page.locator("#orderFacts")).hasAttribute("data-number", number);
            anna.lines(1);
            again.interrupt();
            assertThat(again.leftRunning()).isEmpty();
        }
    }

    private String ringsAndSells(RunningRingdesk ringdesk) {
        try (AgentPage anna = new AgentPage(stage, ringdesk, "anna.schmidt")) {
            anna.logIn().sayReady();
            try (CallerCall call = ringdesk.ring("--withheld")) {
                anna.see("#callBar .call-RINGING");
                assertThat(anna.see("#callBar")).containsText("Nummer unterdrückt");
                call.hangUp();
                anna.see("#callBar .call-ENDED");
            }
            try (CallerCall call = ringdesk.ring("+493023125999")) {
                anna.see("#callBar .call-RINGING");
                assertThat(anna.see("#newCustomer\\:phone")).hasValue("030 23125999");
                call.hangUp();
                anna.see("#callBar .call-ENDED");
            }
            try (CallerCall call = ringdesk.ring()) {
                anna.see("#callBar .call-RINGING");
                assertThat(anna.see("#callBar .caller")).hasText("Anna Petersen");
                anna.see("#callBar .call-TALKING");
                anna.press("F8");
                anna.add("becher", 1);
                return anna.orderNumber();
            }
        }
    }
}
