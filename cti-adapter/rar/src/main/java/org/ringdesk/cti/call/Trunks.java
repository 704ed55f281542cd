package org.ringdesk.cti.call;

import java.util.regex.Pattern;
import org.ringdesk.cti.Leg;

/** Tells lines to the outside world from phones, by the device's name. */
public record Trunks(Pattern pattern) {
    /** What trunks are commonly called. */
    public static final String COMMON = "(?i)(DAHDI|IAX2)/.*|[^/]+/.*(trunk|route|gateway|carrier|provider).*";

    public static Trunks common() {
        return new Trunks(Pattern.compile(COMMON));
    }

    boolean isTrunk(Leg leg) {
        return pattern.matcher(leg.endpoint()).matches();
    }
}
