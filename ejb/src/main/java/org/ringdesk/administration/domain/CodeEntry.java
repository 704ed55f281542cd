package org.ringdesk.administration.domain;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.WrapUpCode;

/** A wrap-up code as it is kept. */
@Embeddable
public class CodeEntry {
    private String code;
    private String label;

    @SuppressWarnings("NullAway.Init")
    protected CodeEntry() {}

    private CodeEntry(WrapUpCode view) {
        this.code = view.code();
        this.label = view.label();
    }

    static List<CodeEntry> of(List<WrapUpCode> codes) {
        return codes.stream().map(CodeEntry::new).toList();
    }

    WrapUpCode view() {
        return new WrapUpCode(code, label);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof CodeEntry other && Objects.equals(code, other.code) && Objects.equals(label, other.label);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, label);
    }
}
