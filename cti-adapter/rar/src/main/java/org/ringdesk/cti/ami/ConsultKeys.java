package org.ringdesk.cti.ami;

/**
 * The keys by which a transferer drives a consultation, {@code atxfercomplete}, {@code atxferswap} and {@code atxferthreeway}
 * of features.conf. That for cancelling is not among them: CancelAtxfer looks it up by itself.
 */
public record ConsultKeys(String complete, String toggle, String conference) {
    /** What Asterisk takes when features.conf says nothing. */
    public static final ConsultKeys STANDARD = new ConsultKeys("*2", "*4", "*3");

    public ConsultKeys {
        for (String keys : new String[] {complete, toggle, conference}) {
            if (!keys.matches("[0-9*#]{1,10}")) {
                throw new IllegalArgumentException("the keys of a consultation are " + keys);
            }
        }
    }
}
