package org.ringdesk.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringdesk.mail.MailKind;
import org.ringdesk.mail.MailProblem;
import org.ringdesk.mail.MailState;
import org.ringdesk.orders.OrderHappened;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.orders.OrderStatus;

/** A mail from queued to sent, or given up. */
class MailMessageTest {
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final MailMessage mail = new MailMessage(
            new OrderHappened(7, new OrderNumber("DE00000042"), 3, 1, OrderStatus.PLACED, now, List.of()),
            MailKind.PLACED,
            "",
            now);

    @Test
    void whoClaimsItHasItForAWhile() {
        ready();
        assertThat(mail.claim(now)).isTrue();
        assertThat(mail.claim(now)).as("another server, in the same moment").isFalse();
        String id = mail.messageId("shop.example");
        later(Duration.ofMinutes(5));
        assertThat(mail.claim(now)).as("whoever had it died").isTrue();
        assertThat(mail.messageId("shop.example")).as("a double is recognised").isEqualTo(id);
        mail.sent(now);
        assertThat(mail.state()).isEqualTo(MailState.SENT);
        assertThat(mail.claim(now.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void itIsTriedEverLessOftenAndGivenUpAfterADay() {
        ready();
        Instant began = now;
        int attempts = 0;
        Duration before = Duration.ZERO;
        while (mail.state() == MailState.QUEUED) {
            assertThat(mail.claim(now)).isTrue();
            attempts++;
            mail.failed(MailProblem.REFUSED, "450 Later\r\nX: y", false, now);
            Instant due = mail.view().dueAt();
            if (due != null) {
                assertThat(Duration.between(now, due)).isGreaterThanOrEqualTo(before);
                before = Duration.between(now, due);
                now = due;
            }
        }
        assertThat(mail.state()).isEqualTo(MailState.FAILED);
        assertThat(Duration.between(began, now)).isBetween(Duration.ofDays(1), Duration.ofHours(25));
        assertThat(attempts).isBetween(24, 40);
        assertThat(mail.view().problem()).isEqualTo(MailProblem.REFUSED);
        assertThat(mail.view().detail()).isEqualTo("450 Later X: y");
    }

    @Test
    void anUnknownAddressIsNotTriedAgainByItself() {
        ready();
        mail.claim(now);
        mail.failed(MailProblem.ADDRESS_REFUSED, "550 No such user", true, now);
        assertThat(mail.state()).isEqualTo(MailState.FAILED);
        assertThat(mail.view().dueAt()).isNull();
    }

    @Test
    void sentOnceMoreByHandItIsAnotherMessage() {
        ready();
        mail.claim(now);
        String first = mail.messageId("shop.example");
        mail.sent(now);
        mail.again(now);
        assertThat(mail.claim(now)).isTrue();
        assertThat(mail.messageId("shop.example")).isNotEqualTo(first);
    }

    @Test
    void whatWaitedForAWeekIsNotSentByItself() {
        ready();
        later(Duration.ofDays(8));
        assertThat(mail.claim(now)).isFalse();
        assertThat(mail.view().problem()).isEqualTo(MailProblem.TOO_OLD);
        mail.again(now);
        assertThat(mail.claim(now)).isTrue();
    }

    @Test
    void withoutAnAddressThereIsNothingToDo() {
        mail.goesTo(null);
        assertThat(mail.state()).isEqualTo(MailState.NO_ADDRESS);
    }

    private void ready() {
        mail.written(new Written("Subject", "Text", "<p>Text"), "en");
        mail.goesTo("anna@example.org");
    }

    private void later(Duration by) {
        now = now.plus(by);
    }
}
