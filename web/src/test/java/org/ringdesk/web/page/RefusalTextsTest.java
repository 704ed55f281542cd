package org.ringdesk.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ringdesk.shared.Money;
import org.ringdesk.shared.Refusal;

class RefusalTextsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void amountsAreWrittenAsTheReaderWritesThem() {
        Refusal refusal = new Refusal("order.balance", Money.of("1234.5", "EUR"));
        assertThat(RefusalTexts.of(refusal, Locale.GERMANY, BERLIN)).contains("1.234,50\u00a0€");
        assertThat(RefusalTexts.of(refusal, Locale.UK, BERLIN)).contains("€1,234.50");
    }

    @Test
    void timesAreWrittenInTheChannelsZone() {
        Instant at = Instant.parse("2026-11-23T21:00:09Z");
        Refusal refusal = new Refusal("order.changed", "Anna", 2, "Mug", "1", "3", at, 0);
        assertThat(RefusalTexts.of(refusal, Locale.GERMANY, BERLIN)).contains("22:00:09", "Mug", "3");
    }

    @Test
    void aKeyWithoutATextStillSaysThatItWasRefused() {
        assertThat(RefusalTexts.of(new Refusal("no.such.key"), Locale.UK, BERLIN))
                .isEqualTo("This was refused (no.such.key).");
    }
}
