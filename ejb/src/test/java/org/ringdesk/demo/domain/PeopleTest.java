package org.ringdesk.demo.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Company COMPANY = DemoCompany.asOf(Clock.fixed(NOW, ZoneOffset.UTC), DemoCompany.SEED);
    private static final Map<String, String> POSTAL_CODES = Map.of(
            "DE", "\\d{5}",
            "AT", "[1-9]\\d{3}",
            "CH", "[1-9]\\d{3}",
            "GB", "[A-Z]{1,2}\\d{1,2} \\d[A-Z]{2}",
            "IE", "[A-Z]\\d{2} [A-Z0-9]{4}",
            "NL", "[1-9]\\d{3} [A-Z]{2}",
            "FR", "\\d{5}",
            "DK", "[1-9]\\d{3}",
            "SE", "\\d{3} \\d{2}",
            "BE", "[1-9]\\d{3}");

    @Test
    void everyNumberIsValidAndInE164WhateverTheSeed() throws NumberParseException {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        List<String> all = LongStream.range(0, 20)
                .mapToObj(seed -> new People(new Dice(seed), NOW, new Visits(new Dice(seed))).customers())
                .flatMap(List::stream)
                .flatMap(PeopleTest::numbersOf)
                .toList();
        assertThat(all).hasSizeGreaterThan(4000);
        for (String e164 : all) {
            PhoneNumber parsed = numbers.parse(e164, null);
            assertThat(numbers.isValidNumber(parsed)).as(e164).isTrue();
            assertThat(numbers.format(parsed, PhoneNumberFormat.E164)).isEqualTo(e164);
        }
    }

    @Test
    void numbersAreSharedOnlyWhereTheGuidesSaySo() {
        Map<String, Long> owners = COMPANY.customers().stream()
                .flatMap(PeopleTest::numbersOf)
                .collect(groupingBy(number -> number, counting()));
        owners.values().removeIf(count -> count == 1);
        assertThat(owners).isEqualTo(Map.of("+493023125043", 2L, "+498999998045", 2L, "+441614960044", 3L));
    }

    @Test
    void theCallersOfTheGuidesAreThere() {
        assertThat(withNumber("+493023125042")).singleElement().satisfies(anna -> {
            assertThat(anna.firstName()).isEqualTo("Anna");
            assertThat(anna.language()).isEqualTo("de");
            assertThat(ordersOf(anna)).isEqualTo(24);
        });
        assertThat(withNumber("+442079460042")).singleElement().satisfies(margaret -> {
            assertThat(margaret.country()).isEqualTo("GB");
            assertThat(ordersOf(margaret)).isEqualTo(18);
        });
    }

    @Test
    void noCustomerHasADialledNumber() {
        assertThat(COMPANY.customers().stream().flatMap(PeopleTest::numbersOf))
                .doesNotContainAnyElementsOf(
                        COMPANY.hotlines().stream().map(Company.Hotline::e164).toList());
    }

    @Test
    void postalCodesHaveTheFormOfTheirCountry() {
        assertThat(COMPANY.customers().stream().flatMap(c -> c.addresses().stream()))
                .allSatisfy(a -> assertThat(a.postalCode()).matches(POSTAL_CODES.get(a.country())))
                .allSatisfy(a -> assertThat(a.street()).doesNotContain("#").containsPattern("\\d"));
    }

    @Test
    void nobodyHasAnotherOnesMailbox() {
        assertThat(COMPANY.customers().stream().map(Customer::email))
                .doesNotHaveDuplicates()
                .allSatisfy(email -> {
                    assertThat(email)
                            .matches("[a-z]+\\.[a-z]+\\d*@example\\.org|[\\p{L}]+\\.[\\p{L}]+\\d*@example\\.org");
                });
    }

    private static Stream<String> numbersOf(Customer customer) {
        return customer.phones().stream().map(Customer.Phone::e164);
    }

    private static List<Customer> withNumber(String e164) {
        return COMPANY.customers().stream()
                .filter(c -> numbersOf(c).anyMatch(e164::equals))
                .toList();
    }

    private static long ordersOf(Customer customer) {
        int place = COMPANY.customers().indexOf(customer);
        return COMPANY.orders().stream().filter(o -> o.customer() == place).count();
    }
}
