package org.ringdesk.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
    @ParameterizedTest
    @CsvSource({
        "Müller-Groß, muller gross",
        "  Ångström  , angstrom",
        "O'Brien & Söhne, o brien sohne",
        "MUG-012, mug 012"
    })
    void keepsLettersAndDigits(String text, String kept) {
        assertThat(SearchText.of(text)).isEqualTo(kept);
    }
}
