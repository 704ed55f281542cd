package org.ringdesk.calls.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who gave the call away last, when, and to whom: a login, or what was dialled; null while nobody has it. */
@Embeddable
public class Handed {
    @Column(name = "handed_by")
    private @Nullable String by;

    @Column(name = "handed_to")
    private @Nullable String to;

    @Column(name = "handed_at")
    private @Nullable Instant at;

    protected Handed() {}

    static Handed of(@Nullable String by, @Nullable String to, @Nullable Instant at) {
        Handed handed = new Handed();
        handed.by = by;
        handed.to = CallRecord.cut(to, 80);
        handed.at = at;
        return handed;
    }

    public @Nullable String by() {
        return by;
    }

    public @Nullable String to() {
        return to;
    }

    public @Nullable Instant at() {
        return at;
    }
}
