package org.ringdesk.demo.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ringdesk.orders.OrderStatus;
import org.ringdesk.shared.Role;

class DemoCompanyTest {
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Company COMPANY = asOf(NOW, DemoCompany.SEED);

    @Test
    void theSameSeedAndDayGiveTheSameCompany() {
        assertThat(asOf(NOW, DemoCompany.SEED)).isEqualTo(COMPANY);
        assertThat(fingerprint(asOf(NOW, DemoCompany.SEED))).isEqualTo(fingerprint(COMPANY));
        assertThat(fingerprint(asOf(NOW, 7))).isNotEqualTo(fingerprint(COMPANY));
    }

    @Test
    void aLaterDayMovesTheTimesAndNothingElse() {
        Company later = asOf(NOW.plus(Duration.ofDays(200)), DemoCompany.SEED);
        assertThat(later.products()).isEqualTo(COMPANY.products());
        assertThat(timeless(later)).isEqualTo(timeless(COMPANY));
        assertThat(later.orders().get(999).createdAt())
                .isAfter(COMPANY.orders().get(999).createdAt().plus(Duration.ofDays(199)));
    }

    @Test
    void itIsOfTheSizePromised() {
        assertThat(COMPANY.channels()).hasSize(2);
        assertThat(COMPANY.hotlines()).hasSize(3);
        assertThat(COMPANY.categories()).hasSize(12);
        assertThat(COMPANY.products()).hasSize(300);
        assertThat(COMPANY.customers()).hasSize(200);
        assertThat(COMPANY.orders()).hasSize(1000);
        assertThat(COMPANY.customers().stream().map(Customer::country).distinct())
                .hasSize(10);
    }

    @Test
    void theStaffIsSixAgentsTwoSupervisorsAndAnAdmin() {
        Map<String, List<Company.Person>> staff =
                COMPANY.staff().stream().collect(Collectors.groupingBy(Company.Person::role));
        assertThat(staff.get(Role.AGENT))
                .extracting(Company.Person::endpoint)
                .containsExactly("PJSIP/1001", "PJSIP/1002", "PJSIP/1003", "PJSIP/1004", "PJSIP/1005", "PJSIP/1006");
        assertThat(staff.get(Role.SUPERVISOR))
                .extracting(Company.Person::endpoint)
                .containsExactly("PJSIP/1101", "PJSIP/1102");
        assertThat(staff.get(Role.ADMIN)).hasSize(1);
        assertThat(staff.get(Role.AGENT))
                .allSatisfy(agent -> assertThat(agent.queues()).isNotEmpty());
    }

    @Test
    void everyQueueOfAHotlineHasAgentsWhoMaySellThere() {
        assertThat(COMPANY.hotlines()).allSatisfy(hotline -> assertThat(COMPANY.staff())
                .filteredOn(p -> p.queues().stream().anyMatch(q -> q.queue().equals(hotline.queue())))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(p -> assertThat(p.channels()).contains(hotline.channel())));
    }

    @Test
    void everyStatusOfAPastOrderOccurs() {
        assertThat(COMPANY.orders().stream().map(Order::status).distinct())
                .containsExactlyInAnyOrder(
                        OrderStatus.PLACED,
                        OrderStatus.ON_HOLD,
                        OrderStatus.SHIPPED,
                        OrderStatus.INVOICED,
                        OrderStatus.CANCELLED);
    }

    private static Company asOf(Instant now, long seed) {
        return DemoCompany.asOf(Clock.fixed(now, ZoneOffset.UTC), seed);
    }

    private static String timeless(Company company) {
        return company.toString().replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "then");
    }

    private static String fingerprint(Company company) {
        try {
            byte[] text = company.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
