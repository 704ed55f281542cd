package org.ringdesk.demo;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Hashes as the log-in verifies: PBKDF2 with HMAC-SHA512, 210,000 rounds (OWASP's figure) and 32 bytes of salt. */
@ApplicationScoped
class DemoPassword {
    static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    private Pbkdf2PasswordHash hashing;

    @SuppressWarnings("NullAway.Init")
    protected DemoPassword() {}

    @Inject
    DemoPassword(Pbkdf2PasswordHash hashing) {
        this.hashing = hashing;
    }

    @PostConstruct
    void configure() {
        hashing.initialize(PARAMETERS);
    }

    /** Without a password, of one that nobody knows. */
    String hash(Optional<String> password) {
        return hashing.generate(password.orElseGet(DemoPassword::unknown).toCharArray());
    }

    private static String unknown() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
