package org.ringdesk.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.calls.CallControls;
import org.ringdesk.calls.CallPop;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.CommandOutcome;
import org.ringdesk.calls.CommandView;
import org.ringdesk.calls.Move;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.customers.CustomerView;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.orders.OrderSummary;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.PhoneNumber;

class WireTest {
    private static final Instant AT = Instant.parse("2026-11-23T20:00:00Z");

    @Test
    void aPopIsPlainForScripts() {
        CustomerView anna = new CustomerView(
                7,
                new CustomerNumber("C20001"),
                "Anna",
                "Schmidt",
                null,
                null,
                "de",
                "DE",
                true,
                "pays late",
                List.of(new PhoneNumber("+493023125042")),
                List.of(new CustomerView.Address("BILLING", "Weg 1", "10115", "Berlin", "DE")));
        CallPop pop = new CallPop(
                "anna.schmidt",
                CallId.parse("00000000-0000-0000-0000-000000000001"),
                3,
                CallState.RINGING,
                false,
                "+493023125042",
                "030 23125042",
                "</script>",
                new ChannelCode("DE"),
                "Spring",
                null,
                "orders-de",
                AT,
                null,
                null,
                null,
                List.of(anna),
                anna.number(),
                List.of(new OrderSummary(
                        new OrderNumber("DE00010001"), OrderStatus.PLACED, AT, 2, Money.of("9.9", "EUR"), "Anna")),
                null,
                new CallControls(
                        List.of("ANSWER", "REJECT"),
                        false,
                        false,
                        new CallControls.SecondView("CONSULT", "RINGING", "Ben"),
                        null,
                        null,
                        null));

        assertThat(Wire.text(pop))
                .contains("\"call\":\"00000000-0000-0000-0000-000000000001\"")
                .contains("\"alert\":\"pays late\"")
                .contains("\"version\":3", "\"state\":\"RINGING\"", "\"channel\":\"DE\"", "\"chosen\":\"C20001\"")
                .contains(
                        "\"phones\":[\"+49 30 23125042\"]",
                        "\"onAccount\":true",
                        "\"startedAt\":\"2026-11-23T20:00:00Z\"")
                .contains("\"number\":\"DE00010001\"", "\"total\":{\"amount\":9.90,\"currency\":\"EUR\"}")
                .contains("\"controls\":{\"guest\":false,\"moves\":[\"ANSWER\",\"REJECT\"],\"muted\":false")
                .doesNotContain("answeredAt");
    }

    @Test
    void aCommandIsPlainForScripts() {
        UUID key = UUID.fromString("00000000-0000-0000-0000-000000000002");
        assertThat(Wire.text(new CommandView(key, "anna", Move.HOLD, null, null, CommandOutcome.UNCONFIRMED, AT, 2)))
                .contains("\"key\":\"00000000-0000-0000-0000-000000000002\"", "\"move\":\"HOLD\"")
                .contains("\"outcome\":\"UNCONFIRMED\"")
                .doesNotContain("call");
    }
}
