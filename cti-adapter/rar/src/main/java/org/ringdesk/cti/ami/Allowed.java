package org.ringdesk.cti.ami;

import java.util.regex.Pattern;
import org.ringdesk.cti.CtiException;

/** What may stand in a command's field: lists of what is allowed, for what is harmful has no list. */
enum Allowed {
    ENDPOINT("(PJSIP|SIP|IAX2|DAHDI|Local)/[A-Za-z0-9_.@+-]{1,80}(/n)?", "device"),
    CHANNEL("[A-Za-z0-9]{1,20}/[A-Za-z0-9_.@+*#=:/-]{1,100}(;[12])?", "channel"),
    /** One of a phone: only they hear a NOTIFY. */
    PHONE_CHANNEL("PJSIP/[A-Za-z0-9_.@+=:-]{1,100}", "phone's channel"),
    /** One that is rung: neither a Local channel nor {@code number@trunk}, which would be a call to anywhere. */
    DEVICE("(PJSIP|SIP|IAX2|DAHDI)/[A-Za-z0-9_.-]{1,79}", "device"),
    DIGITS("[0-9*#]{1,32}", "row of digits"),
    SPACE("[0-9]{1,10}", "parking place"),
    QUEUE("[A-Za-z0-9_.-]{1,79}", "queue"),
    NUMBER("\\+?[0-9]{2,20}", "number"),
    /** Shown to people; Asterisk's own separators stay out. */
    TEXT("[\\p{L}\\p{M}\\p{N} .'()/&_-]{0,79}", "text");

    private final Pattern pattern;
    private final String what;

    Allowed(String pattern, String what) {
        this.pattern = Pattern.compile(pattern);
        this.what = what;
    }

    /** The value itself, when it is allowed. */
    String checked(String value) {
        if (!pattern.matcher(value).matches()) {
            throw new CtiException(CtiException.Kind.INVALID, "Not a " + what + " that may be sent to a PBX");
        }
        return value;
    }

    /** The value without what is not allowed, for names that people chose and may be shortened. */
    static String shown(String text) {
        String kept = text.replaceAll("[^\\p{L}\\p{M}\\p{N} .'()/&_-]", " ").strip();
        return kept.length() > 79 ? kept.substring(0, 79).strip() : kept;
    }
}
