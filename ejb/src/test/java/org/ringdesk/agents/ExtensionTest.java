package org.ringdesk.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Refusal;

class ExtensionTest {
    @ParameterizedTest
    @CsvSource({
        "1001, PJSIP/1001, , PJSIP/1001, 1001, 1001",
        "' 1001 ', PJSIP/1001, , PJSIP/1001, 1001, 1001",
        "SIP/desk-7, SIP/desk-7, , SIP/desk-7, desk-7, desk-7",
        "berlin:1001, berlin:PJSIP/1001, berlin, PJSIP/1001, 1001, berlin:1001",
        "b-2:SIP/1001, b-2:SIP/1001, b-2, SIP/1001, 1001, b-2:1001"
    })
    void isReadAsPeopleTypeIt(String typed, String stored, String pbx, String device, String digits, String shown) {
        Extension extension = Extension.read(typed);
        assertThat(extension.endpoint()).isEqualTo(stored);
        assertThat(extension.pbx().map(PbxId::value).orElse(null)).isEqualTo(pbx);
        assertThat(extension.device()).isEqualTo(device);
        assertThat(extension.digits()).isEqualTo(digits);
        assertThat(extension.number()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":1001", "Berlin:1001", "a:b:1001", "10 01", "berlin:", "PJSIP/1001\r\nAction: x"})
    void isRefusedOtherwise(String typed) {
        assertThatThrownBy(() -> Extension.read(typed))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("agent.extension.invalid"));
    }
}
