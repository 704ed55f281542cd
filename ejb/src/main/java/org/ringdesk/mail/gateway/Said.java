package org.ringdesk.mail.gateway;

import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server said when it refused: its reply, found by the code that it begins with. */
final class Said {
    private static final Pattern REPLY = Pattern.compile("\\b[45]\\d\\d[ -][^\\r\\n]*");

    private Said() {}

    static String by(MessagingException refusal) {
        for (Exception e = refusal; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            Matcher reply = REPLY.matcher(String.valueOf(e.getMessage()));
            if (reply.find()) {
                return reply.group();
            }
        }
        return "";
    }
}
