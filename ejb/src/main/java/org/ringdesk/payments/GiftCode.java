package org.ringdesk.payments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a gift card: four groups of four, each beginning with a letter, so that it never looks like the number of a payment card.
 * It is drawn at random from 10^23, so its plain hash cannot be guessed at. Only that is kept, and the last four signs.
 */
public final class GiftCode {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String SIGNS = LETTERS + "23456789";
    private static final int GROUPS = 4;
    private static final Pattern CODE = Pattern.compile("(?:[A-HJ-NP-Z][A-HJ-NP-Z2-9]{3}){" + GROUPS + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s.-]+");

    private final String signs;

    private GiftCode(String signs) {
        this.signs = signs;
    }

    /** In either case, with or without something between the groups; empty for what cannot be one. */
    public static Optional<GiftCode> read(@Nullable String typed) {
        String signs =
                typed == null ? "" : BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return CODE.matcher(signs).matches() ? Optional.of(new GiftCode(signs)) : Optional.empty();
    }

    static GiftCode draw(RandomGenerator random) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < GROUPS * 4; i++) {
            String from = i % 4 == 0 ? LETTERS : SIGNS;
            signs.append(from.charAt(random.nextInt(from.length())));
        }
        return new GiftCode(signs.toString());
    }

    /** As it is printed on the card: the only way in which it leaves. */
    String printed() {
        return signs.replaceAll("(.{4})(?=.)", "$1-");
    }

    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(("gift card " + signs).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public String lastFour() {
        return signs.substring(signs.length() - 4);
    }

    /** For logs. */
    @Override
    public String toString() {
        return "gift card •••• " + lastFour();
    }
}
