package org.ringdesk.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringdesk.orders.OrderEventKind;
import org.ringdesk.webhooks.WebhookProblem;
import org.ringdesk.webhooks.WebhookState;

/** A receiver from one delivery to the next, or to the pause. */
class WebhookTest {
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final Webhook webhook = new Webhook(
            "Stock", "https://stock.example/hook", List.of(OrderEventKind.PLACED), 10, "katrin.brandt", now);

    @Test
    void whoClaimsItHasItAloneAndADeliveryKeepsItsNameAndItsEnd() {
        assertThat(webhook.claim(now)).isTrue();
        assertThat(webhook.claim(now)).as("another server").isFalse();
        webhook.attempt(14);
        String delivery = webhook.delivery();
        webhook.failed(WebhookProblem.STATUS, 0.5, now);
        assertThat(webhook.claim(now)).as("too early").isFalse();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(webhook.claim(now)).isTrue();
        webhook.attempt(20);
        assertThat(webhook.delivery()).isEqualTo(delivery);
        assertThat(webhook.pendingThrough()).isEqualTo(14);
        webhook.delivered(now);
        assertThat(webhook.nextAfter()).isEqualTo(14);
        assertThat(webhook.view().failingSince()).isNull();
        webhook.attempt(20);
        assertThat(webhook.delivery()).isNotEqualTo(delivery);
    }

    @Test
    void waitsGrowUpToAnHourAndDiffer() {
        assertThat(Webhook.waitAfter(1, 0)).isEqualTo(Duration.ofMillis(2500));
        assertThat(Webhook.waitAfter(1, 1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Webhook.waitAfter(4, 1)).isEqualTo(Duration.ofSeconds(40));
        assertThat(Webhook.waitAfter(1000, 1)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatFailsForDaysIsPausedAndGoesOnWhereItWas() {
        Instant began = now;
        while (webhook.view().state() == WebhookState.ACTIVE) {
            assertThat(webhook.claim(now)).isTrue();
            webhook.attempt(14);
            webhook.failed(WebhookProblem.TIMEOUT, 1, now);
            Instant due = webhook.view().dueAt();
            now = due == null ? now : due;
        }
        assertThat(Duration.between(began, now)).isBetween(Duration.ofDays(3), Duration.ofHours(74));
        assertThat(webhook.view().problem()).isEqualTo(WebhookProblem.TIMEOUT);
        String delivery = webhook.delivery();
        webhook.resume(now);
        assertThat(webhook.claim(now)).isTrue();
        webhook.attempt(99);
        assertThat(webhook.delivery()).isEqualTo(delivery);
    }
}
