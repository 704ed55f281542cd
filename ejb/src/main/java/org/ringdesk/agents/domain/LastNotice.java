package org.ringdesk.agents.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.agents.Notice;

/** What was done to an agent's presence by others, until they choose again. */
@Embeddable
class LastNotice {
    @Enumerated(EnumType.STRING)
    @Column(name = "notice")
    private Notice.@Nullable Kind kind;

    @Column(name = "notice_by")
    private @Nullable String by;

    @Column(name = "notice_at")
    private @Nullable Instant at;

    protected LastNotice() {}

    static LastNotice of(Notice news) {
        LastNotice last = new LastNotice();
        last.kind = news.kind();
        last.by = news.by();
        last.at = news.at();
        return last;
    }

    boolean is(Notice.Kind wanted) {
        return kind == wanted;
    }

    @Nullable
    Notice view() {
        return kind == null || at == null ? null : new Notice(kind, by, at);
    }
}
