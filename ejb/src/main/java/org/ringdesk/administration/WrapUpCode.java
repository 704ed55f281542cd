package org.ringdesk.administration;

import java.io.Serializable;

/**
 * How a call ended for the business, to choose from after it.
 *
 * @param code up to 20 capital letters, digits, hyphens and underscores: what reports count
 * @param label up to 60 characters: what agents read
 */
public record WrapUpCode(String code, String label) implements Serializable {
    public WrapUpCode {
        if (!isCode(code) || label.isBlank() || label.length() > 60) {
            throw new IllegalArgumentException("Not a wrap-up code: " + code + ' ' + label);
        }
    }

    public static boolean isCode(String text) {
        return text.matches("[A-Z0-9][A-Z0-9_-]{0,19}");
    }
}
