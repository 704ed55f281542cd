package org.ringdesk.cti;

/** A command was not carried out, or it is not known whether it was; {@link #kind} says which. */
public class CtiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        UNAVAILABLE,
        REFUSED,
        TIMEOUT,
        INVALID
    }

    private final Kind kind;

    public CtiException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
