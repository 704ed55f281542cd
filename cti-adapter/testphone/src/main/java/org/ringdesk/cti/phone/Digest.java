package org.ringdesk.cti.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer to a challenge (RFC 2617, MD5 with qop auth). */
final class Digest {
    private Digest() {}

    static String answer(String challenge, String user, String password, String method, String uri) {
        String realm = part(challenge, "realm");
        String nonce = part(challenge, "nonce");
        String own = Tokens.next();
        String secret = md5(user + ':' + realm + ':' + password);
        String response = md5(secret + ':' + nonce + ":00000001:" + own + ":auth:" + md5(method + ':' + uri));
        String opaque = part(challenge, "opaque");
        return "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", response=\"" + response + "\", algorithm=MD5, cnonce=\"" + own + "\", qop=auth, nc=00000001"
                + (opaque.isEmpty() ? "" : ", opaque=\"" + opaque + '"');
    }

    private static String part(String challenge, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(challenge);
        return found.find() ? found.group(1) : "";
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
