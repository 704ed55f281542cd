package org.ringdesk.administration.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What a system proves itself with: {@code rd_}, eight characters that are no secret, {@code _}, and 256 random bits. */
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PREFIX = "rd_".length() + 8;
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    public static Secret random() {
        StringBuilder text = new StringBuilder("rd_");
        while (text.length() < PREFIX) {
            text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Secret(text.append('_')
                .append(Base64.getUrlEncoder().withoutPadding().encodeToString(bits))
                .toString());
    }

    /** By which it is found. */
    public String prefix() {
        return text.substring(0, PREFIX);
    }

    /** All that is kept of it: so many random bits need no salt and no slow hash. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So that it gets into no log. */
    @Override
    public String toString() {
        return prefix() + "_…";
    }
}
