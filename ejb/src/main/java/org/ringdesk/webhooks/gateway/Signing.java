package org.ringdesk.webhooks.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets that are kept nowhere: each follows from the server's key, the webhook's id and how often it got a new one. Whoever has the
 * database has none of them.
 */
public final class Signing {
    public static final int SHORTEST_KEY = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private Signing() {}

    public static String secret(String serverKey, long webhook, int version) {
        byte[] mac = mac(serverKey, "ringdesk webhook " + webhook + " secret " + version);
        return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** @return the value of the header {@code Ringdesk-Signature}: the time, and the signature over the time, a dot and the body */
    public static String header(String secret, Instant at, String body) {
        long t = at.getEpochSecond();
        return "t=" + t + ",v1=" + HexFormat.of().formatHex(mac(secret, t + "." + body));
    }

    private static byte[] mac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
