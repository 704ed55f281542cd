package org.ringdesk.calls.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** The other person in a call besides its agent and its customer: consulted, called from within, or in conference with both. */
@Embeddable
public class Second {
    /** Why they are in the call. */
    public enum Kind {
        CONSULT,
        /** A queue is asked, until one of its agents answers. */
        QUEUE,
        PEER,
        CONFERENCE
    }

    /** How far they are. */
    public enum Stage {
        RINGING,
        TALKING,
        /** Waits while the agent talks with the customer. */
        ASIDE
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "second_kind")
    private @Nullable Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "second_stage")
    private @Nullable Stage stage;

    @Column(name = "second_login")
    private @Nullable String login;

    @Column(name = "second_shown")
    private @Nullable String shown;

    @Column(name = "second_channel")
    private @Nullable String channel;

    protected Second() {}

    static Second ringing(Kind kind, @Nullable String login, String shown, @Nullable String channel) {
        return of(kind, Stage.RINGING, login, shown, channel);
    }

    static Second of(Kind kind, Stage stage, @Nullable String login, @Nullable String shown, @Nullable String channel) {
        Second second = new Second();
        second.kind = kind;
        second.stage = stage;
        second.login = login;
        second.shown = CallRecord.cut(shown, 80);
        second.channel = channel;
        return second;
    }

    Second at(Stage now) {
        return of(kind(), now, login, shown, channel);
    }

    /** One of a queue's agents is then who is asked. */
    Second talks(@Nullable String who, String atChannel) {
        return of(is(Kind.QUEUE) ? Kind.CONSULT : kind(), Stage.TALKING, who == null ? login : who, shown, atChannel);
    }

    boolean isAt(String otherChannel) {
        return otherChannel.equals(channel);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** What screens show of it. */
    String seen() {
        return kind + "/" + stage + '/' + login + '/' + shown;
    }

    public Kind kind() {
        return kind == null ? Kind.CONSULT : kind;
    }

    public Stage stage() {
        return stage == null ? Stage.RINGING : stage;
    }

    /** Null for somebody outside, and for a queue until one of its agents answers. */
    public @Nullable String login() {
        return login;
    }

    /** The number or queue that was asked, where no agent is known. */
    public @Nullable String shown() {
        return shown;
    }

    public @Nullable String channel() {
        return channel;
    }
}
