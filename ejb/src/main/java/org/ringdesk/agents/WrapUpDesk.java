package org.ringdesk.agents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Queues;
import org.ringdesk.administration.Users;
import org.ringdesk.administration.WrapUpCode;
import org.ringdesk.agents.domain.AfterCall;
import org.ringdesk.agents.domain.Presence;
import org.ringdesk.agents.store.Presences;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * The work after a call: its time, a code and a note. What is typed is kept as it is typed, so that neither a reload nor the
 * end of the time loses it. When it ends {@link CallWrappedUp} is fired.
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class WrapUpDesk {
    private static final int LONGEST_NOTE = 500;

    @Inject
    private Presences presences;

    @Inject
    private Queues queues;

    @Inject
    private Users users;

    @Inject
    private Clock clock;

    /** The caller's, also while the call is still on; empty when there is none. */
    public Optional<WrapUpView> mine() {
        return Optional.ofNullable(presences.find(users.me().login()))
                .flatMap(Presence::work)
                .map(this::view);
    }

    /** Takes the time that the queue leaves to the agent: now, or after the call that is on. @throws Refusal {@code wrap-up.none} */
    public AgentView want() {
        Presence presence = own();
        presence.wantAfterCall(clock.instant());
        return presences.changed(presence);
    }

    /** @throws Refusal {@code wrap-up.none}, {@code wrap-up.not-extendable} */
    public AgentView extend() {
        Presence presence = own();
        if (!work(presence).mayExtend()) {
            throw new Refusal("wrap-up.not-extendable");
        }
        presence.extendAfterCall();
        return presences.changed(presence);
    }

    /**
     * Keeps what was typed so far.
     *
     * @param code of the list, or null
     * @param note up to 500 characters, or null
     * @throws Refusal {@code wrap-up.none}, {@code wrap-up.code.unknown}, {@code wrap-up.note.long}, {@code payment.card.number}
     */
    public AgentView write(@Nullable String code, @Nullable String note) {
        Presence presence = own();
        presence.write(known(code, codes(work(presence))), trimmed(note));
        return presences.changed(presence);
    }

    /**
     * The agent is done.
     *
     * @throws Refusal as {@link #write}, {@code wrap-up.fixed} before a fixed time is over, {@code wrap-up.call} while the call is
     *     on, {@code wrap-up.code.missing} where the queue wants one
     */
    public AgentView finish(@Nullable String code, @Nullable String note) {
        Presence presence = own();
        AfterCall work = work(presence);
        AfterCallPhase phase = work.view().phase();
        if (phase == AfterCallPhase.POSSIBLE || phase == AfterCallPhase.DUE) {
            throw new Refusal("wrap-up.call");
        }
        if (!work.mayFinish()) {
            throw new Refusal("wrap-up.fixed");
        }
        List<WrapUpCode> codes = codes(work);
        String chosen = known(code, codes);
        if (chosen == null && work.codeRequired() && !codes.isEmpty()) {
            throw new Refusal("wrap-up.code.missing");
        }
        presence.write(chosen, trimmed(note));
        presence.finishAfterCall(clock.instant());
        return presences.changed(presence);
    }

    private static @Nullable String known(@Nullable String code, List<WrapUpCode> codes) {
        if (code == null || code.isBlank()) {
            return null;
        }
        if (codes.stream().noneMatch(c -> c.code().equals(code))) {
            throw new Refusal("wrap-up.code.unknown");
        }
        return code;
    }

    private static @Nullable String trimmed(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        CardNumbers.keepOut(note);
        if (note.strip().length() > LONGEST_NOTE) {
            throw new Refusal("wrap-up.note.long", LONGEST_NOTE);
        }
        return note.strip();
    }

    private WrapUpView view(AfterCall work) {
        return new WrapUpView(work.view(), queues.get(work.queue()).name(), codes(work), work.code(), work.note());
    }

    private List<WrapUpCode> codes(AfterCall work) {
        return queues.codes(work.queue(), work.channel());
    }

    private Presence own() {
        return Optional.ofNullable(presences.locked(users.me().login()))
                .filter(p -> p.work().isPresent())
                .orElseThrow(() -> new Refusal("wrap-up.none"));
    }

    private static AfterCall work(Presence presence) {
        return presence.work().orElseThrow(() -> new Refusal("wrap-up.none"));
    }
}
