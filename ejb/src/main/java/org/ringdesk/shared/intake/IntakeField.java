package org.ringdesk.shared.intake;

import java.io.Serializable;

/**
 * A field of the rows that a front door takes in.
 *
 * @param name as a column of a file is called, e.g. {@code name_en}
 * @param key whether it is a part of what names the row's subject; the same subject comes once in a file
 */
public record IntakeField(String name, boolean required, boolean key, Content content) implements Serializable {

    /** What stands in it, so that a telephone number or a barcode is not taken for a card number. */
    public enum Content {
        TEXT,
        PHONES,
        BARCODE
    }

    public static IntakeField required(String name) {
        return new IntakeField(name, true, false, Content.TEXT);
    }

    public static IntakeField optional(String name) {
        return new IntakeField(name, false, false, Content.TEXT);
    }

    public IntakeField asKey() {
        return new IntakeField(name, required, true, content);
    }

    public IntakeField with(Content other) {
        return new IntakeField(name, required, key, other);
    }
}
