package org.ringdesk.webhooks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What receivers check, and what nobody finds in the database. */
class SigningTest {
    @Test
    void secretsFollowFromTheKeyAndAreAllDifferent() {
        String key = "k".repeat(Signing.SHORTEST_KEY);
        String secret = Signing.secret(key, 1, 1);
        assertThat(secret)
                .isEqualTo(Signing.secret(key, 1, 1))
                .startsWith("whsec_")
                .hasSize(49);
        assertThat(List.of(Signing.secret(key, 2, 1), Signing.secret(key, 1, 2), Signing.secret(key + "x", 1, 1)))
                .doesNotContain(secret)
                .doesNotHaveDuplicates();
    }

    /** With openssl: printf '1700000000.{}' | openssl dgst -sha256 -hmac whsec_test */
    @Test
    void aSignatureIsOverTheTimeAndTheBody() {
        assertThat(Signing.header("whsec_test", Instant.ofEpochSecond(1_700_000_000), "{}"))
                .isEqualTo("t=1700000000,v1=35495024f4ef3f94e5a93e22221544c4b75e9a42300cd965ab81cb85cd994e91");
    }
}
