package org.ringdesk.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ringdesk.shared.CardNumbers;

/** The code of a gift card, as it is drawn, printed, typed and kept. */
class GiftCodeTest {

    @Property
    void whatIsDrawnIsReadAgainAndNeverLooksLikeACardNumber(@ForAll long seed) {
        GiftCode code = GiftCode.draw(new Random(seed));
        String printed = code.printed();
        assertThat(printed).matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}").doesNotContain("O", "I");
        assertThat(CardNumbers.isIn(printed)).isFalse();
        assertThat(CardNumbers.isIn(printed.replace("-", ""))).isFalse();
        for (String typed :
                new String[] {printed, printed.toLowerCase(), printed.replace('-', ' '), printed.replace("-", "")}) {
            assertThat(GiftCode.read(typed).orElseThrow().hash()).isEqualTo(code.hash());
        }
    }

    @Test
    void whatCannotBeOneIsNotRead() {
        for (String typed :
                new String[] {"", " ", "ABCD", "ABCD-EFGH-JKLM-NPQ", "2BCD-EFGH-JKLM-NPQR", "ABCD-EFGH-JKLM-NPQ0"}) {
            assertThat(GiftCode.read(typed)).as(typed).isEmpty();
        }
        assertThat(GiftCode.read(null)).isEmpty();
    }

    @Test
    void aLogHasItsEndOnly() {
        GiftCode code = GiftCode.read("ABCD-EFGH-JKLM-NPQR").orElseThrow();
        assertThat(code.toString()).doesNotContain("ABCD", "EFGH", "JKLM").contains("NPQR");
        assertThat(code.hash()).hasSize(64).doesNotContain("NPQR");
    }
}
