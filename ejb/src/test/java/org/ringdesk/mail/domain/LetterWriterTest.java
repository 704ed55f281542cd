package org.ringdesk.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringdesk.administration.ChannelCode;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.DeliveryMode;
import org.ringdesk.mail.MailKind;
import org.ringdesk.orders.OrderView;
import org.ringdesk.shared.Money;

class LetterWriterTest {
    /** An hour before midnight in London, past it in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-23T23:00:00Z");

    @Test
    void aGermanConfirmationHasEverythingAsGermansWriteIt() {
        Written mail = write(MailKind.PLACED, "de", channel("Nordlicht", "DE", "EUR", "Europe/Berlin"));
        assertThat(mail.subject()).isEqualTo("Ihre Bestellung DE00000042 bei Nordlicht");
        assertThat(mail.plain())
                .contains("Guten Tag Alex Sample,")
                .contains("Bestellung vom 24. November 2026")
                .contains("2 × Stoneware mug", "MUG-001 · je 12,90 €", "abzüglich insgesamt 2,58 €", "23,22 €")
                .containsPattern("Versand und Zuschläge +5,95 €")
                .containsPattern("Enthaltene MwSt. +10,19 €")
                .containsPattern("Gesamtbetrag +63,85 €")
                .contains("Karte Visa •••• 4242: 63,85 €")
                .contains("10115 Berlin", "Paketdienst", "Gewünscht am 30. November 2026", "wenn alles da ist");
        assertThat(mail.html()).contains("63,85").contains("lang=\"de\"").contains("Visa •••• 4242");
    }

    @Test
    void anEnglishOneHasPoundsAndTheDayOfItsZone() {
        Written mail = write(MailKind.PLACED, "en", channel("Hearth", "GB", "GBP", "Europe/London"));
        assertThat(mail.plain())
                .contains("your order of 23 November 2026")
                .containsPattern("Total +£63.85")
                .contains("Card Visa •••• 4242: £63.85");
    }

    @Test
    void aParcelTellsWhatIsInItAndHowToFollowIt() {
        Written mail = write(MailKind.SHIPPED, "en", channel("Hearth", "GB", "GBP", "Europe/London"));
        assertThat(mail.plain())
                .contains(
                        "2 × Stoneware mug",
                        "Carrier: DHL",
                        "Tracking number: JD014600003828",
                        "The rest of your order")
                .doesNotContain("Assam");
    }

    @Test
    void moneyBackTellsHowMuchAndWhere() {
        Written mail = write(MailKind.REFUNDED, "de", channel("Nordlicht", "DE", "EUR", "Europe/Berlin"));
        assertThat(mail.plain()).containsPattern("Visa •••• 4242 +12,90 €");
    }

    @ParameterizedTest
    @EnumSource
    void whatPeopleTypedIsTextInThePageAndCannotReachTheHeaders(MailKind kind) {
        ChannelView evil =
                channel("Shop\r\nBcc: all@example.org <script>alert(1)</script> \"&'", "DE", "EUR", "Europe/Berlin");
        for (String language : MailProfile.LANGUAGES) {
            Written mail = write(kind, language, evil);
            assertThat(mail.subject()).doesNotContain("\r", "\n");
            assertThat(mail.html())
                    .doesNotContain("<script>")
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&#39;");
        }
    }

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(words(Locale.GERMAN).keySet())
                .isEqualTo(words(Locale.ENGLISH).keySet());
    }

    @Test
    void addressesAreOneAndPlain() {
        assertThat(List.of("a@b.example", "anna.schmidt+x@post.example.org")).allMatch(MailText::isAddress);
        assertThat(List.of(
                        "",
                        "a",
                        "a@",
                        "@b",
                        "a@b\r\nBcc: c@d",
                        "a@b,c@d",
                        "A <a@b>",
                        "a b@c",
                        "a@b c",
                        "a".repeat(120) + "@b.example"))
                .noneMatch(MailText::isAddress);
        assertThat(MailText.masked("anna@example.org")).isEqualTo("a***@example.org");
        assertThat(MailText.masked(null)).isEmpty();
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                "org.ringdesk.mail.letters",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Written write(MailKind kind, String language, ChannelView channel) {
        LocalDate today = LocalDate.of(2026, 11, 23);
        Occasion occasion = new Sample(channel, NOW, today).of(kind);
        OrderView order = occasion.order();
        assertThat(order.lines()).hasSize(2);
        Written mail = LetterWriter.write(occasion, language);
        // amounts hold together by a space that does not break
        return new Written(mail.subject(), mail.plain().replace('\u00a0', ' '), mail.html());
    }

    private static ChannelView channel(String name, String country, String currency, String zone) {
        return new ChannelView(
                1,
                new ChannelCode(country),
                name,
                country,
                country,
                Currency.getInstance(currency),
                ZoneId.of(zone),
                "de",
                true,
                Set.of("CARD"),
                List.of(new DeliveryMode("PARCEL", "Paketdienst", true, 2)),
                Money.of("5.95", currency),
                null);
    }
}
