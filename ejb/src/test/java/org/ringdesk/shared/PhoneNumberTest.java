package org.ringdesk.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "030 23125042, DE, +493023125042",
        "+49 (30) 2312-5042, GB, +493023125042",
        "0049 30 23125042, DE, +493023125042",
        "020 7946 0042, GB, +442079460042",
        "+49 30 23125042, ZZ, +493023125042",
    })
    void readsWhatPeopleAndNetworksGive(String text, String country, String e164) {
        assertThat(PhoneNumber.read(text, country)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "12", "<script>", "+", "030 23125042"})
    void whatCannotBeANumberIsNone(String text) {
        assertThat(PhoneNumber.read(text, "ZZ")).isEmpty();
    }

    @Test
    void isShownAsPeopleInTheCountryWriteIt() {
        PhoneNumber berlin = new PhoneNumber("+493023125042");
        assertThat(berlin.display("DE")).isEqualTo("030 23125042");
        assertThat(berlin.display("GB")).isEqualTo("+49 30 23125042");
        assertThat(berlin.country()).isEqualTo("DE");
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new PhoneNumber("030 23125042")).isInstanceOf(IllegalArgumentException.class);
    }
}
