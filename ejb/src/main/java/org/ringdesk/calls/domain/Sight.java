package org.ringdesk.calls.domain;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CallState;

/** A call as it looks from each person's place: whose it is, who is asked, whose phone rings. */
record Sight(
        CallState state,
        @Nullable String agent,
        @Nullable String agentChannel,
        @Nullable Second second,
        Map<String, String> ringing,
        boolean parked) {

    /**
     * As {@code login} sees it: for one whose phone rings or who was passed over, not what others do with it. Without a
     * login, as the floor sees it.
     */
    CallState stateOf(String login) {
        if (state == CallState.ENDED || login.isEmpty() || login.equals(agent)) {
            return state;
        }
        if (ringing.containsKey(login)) {
            return CallState.RINGING;
        }
        if (!isSecond(login)) {
            return CallState.ENDED;
        }
        return Objects.requireNonNull(second).stage() == Second.Stage.ASIDE ? CallState.HELD : CallState.TALKING;
    }

    Stand standOf(String login) {
        if (state == CallState.ENDED) {
            return Stand.NONE;
        }
        if (ringing.containsKey(login)) {
            return Stand.RINGING;
        }
        if (login.equals(agent)) {
            return agentsStand();
        }
        if (isSecond(login)) {
            return Stand.GUEST;
        }
        if (parked) {
            return Stand.PARKED;
        }
        return ringing.isEmpty() || agent != null ? Stand.NONE : Stand.RINGING_ELSEWHERE;
    }

    private Stand agentsStand() {
        if (second != null && second.is(Second.Kind.CONFERENCE)) {
            return Stand.CONFERENCE;
        }
        if (second != null && (second.is(Second.Kind.CONSULT) || second.is(Second.Kind.QUEUE))) {
            return switch (second.stage()) {
                case RINGING -> Stand.CONSULT_RINGING;
                case TALKING -> Stand.CONSULT_TALKING;
                case ASIDE -> Stand.CONSULT_ASIDE;
            };
        }
        return switch (state) {
            case DIALLING -> Stand.DIALLING;
            case TALKING -> Stand.TALKING;
            case HELD -> Stand.HELD;
            default -> Stand.NONE;
        };
    }

    private boolean isSecond(String login) {
        return second != null && login.equals(second.login()) && second.stage() != Second.Stage.RINGING;
    }

    /** The channel of the person's own phone in this call. */
    @Nullable
    String channelOf(String login) {
        if (ringing.containsKey(login)) {
            return ringing.get(login);
        }
        if (login.equals(agent)) {
            return agentChannel;
        }
        return second != null && isSecond(login) ? second.channel() : null;
    }

    /** Everyone whose screen shows the call: the one who talks, who is with them, and those whose phones ring. */
    Set<String> audience() {
        Set<String> logins = new HashSet<>(ringing.keySet());
        if (agent != null) {
            logins.add(agent);
        }
        if (second != null && second.login() != null && isSecond(second.login())) {
            logins.add(second.login());
        }
        return logins;
    }
}
