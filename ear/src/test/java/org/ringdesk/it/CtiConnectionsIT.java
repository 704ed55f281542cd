package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;
import org.ringdesk.cti.PbxId;

/** The adapter's connections out of the server's pool, on a server whose PBX has no password. */
class CtiConnectionsIT extends Deployed {
    private static final PbxId MAIN = new PbxId("main");

    @Resource(lookup = "java:/eis/cti")
    private CtiConnectionFactory telephony;

    @Test
    void theFirstPbxAndTheOneThatIsNamedAreTheSame() {
        try (CtiConnection first = telephony.getConnection();
                CtiConnection named = telephony.getConnection(MAIN)) {
            assertThat(first.pbx()).isEqualTo(MAIN);
            assertThat(named.pbx()).isEqualTo(MAIN);
        }
    }

    @Test
    void whatIsClosedIsGivenOutAgain() {
        for (int round = 0; round < 20; round++) {
            List<CtiConnection> open = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                open.add(i % 2 == 0 ? telephony.getConnection() : telephony.getConnection(MAIN));
            }
            assertThat(open).extracting(CtiConnection::pbx).containsOnly(MAIN);
            open.forEach(CtiConnection::close);
        }
    }

    @Test
    void aNameThatIsNotConfiguredIsUnavailable() {
        assertKind(() -> telephony.getConnection(new PbxId("elsewhere")), Kind.UNAVAILABLE, "elsewhere");
    }

    @Test
    void withoutASecondLoginNothingThatNeedsItIsOffered() {
        try (CtiConnection pbx = telephony.getConnection()) {
            assertThat(pbx.abilities()).isEmpty();
            assertKind(() -> pbx.answer("PJSIP/1001-00000001"), Kind.REFUSED, "second log-in");
            assertKind(() -> pbx.hangUp("PJSIP/1001-00000001"), Kind.UNAVAILABLE, "off");
        }
    }

    private static void assertKind(ThrowingCallable command, Kind kind, String words) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        CtiException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }
}
