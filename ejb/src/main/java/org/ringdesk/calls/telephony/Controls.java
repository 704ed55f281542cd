package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.calls.CallControls;
import org.ringdesk.calls.CallControls.SecondView;
import org.ringdesk.calls.Move;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.domain.Handed;
import org.ringdesk.calls.domain.LegalMoves;
import org.ringdesk.calls.domain.Second;
import org.ringdesk.calls.domain.Stand;

/** What one person can do with a call, for their screen. Asks nobody while nothing but the call itself is concerned. */
@ApplicationScoped
public class Controls {
    @Inject
    private PbxAbilities abilities;

    @Inject
    private Users users;

    public CallControls of(CallRecord call, String login) {
        Stand stand = call.standOf(login);
        boolean others = stand == Stand.PARKED || stand == Stand.RINGING_ELSEWHERE;
        Set<Move> moves = others ? EnumSet.noneOf(Move.class) : LegalMoves.of(call, login, abilities.of(call.pbx()));
        Second second = call.second();
        Handed handed = call.handed();
        return new CallControls(
                moves.stream().map(Move::name).toList(),
                !login.isEmpty() && call.agent() != null && !login.equals(call.agent()),
                call.muted(),
                second == null ? null : view(call, second, login),
                call.parkedAt(),
                handed != null && login.equals(handed.by()) ? name(handed.to()) : null,
                call.note());
    }

    /** For the one who is asked, the second person is who asks. */
    private SecondView view(CallRecord call, Second second, String login) {
        boolean self = login.equals(second.login());
        String other = self ? call.agent() : second.login() == null ? second.shown() : second.login();
        String name = name(other);
        return new SecondView(second.kind().name(), second.stage().name(), name == null ? "" : name);
    }

    private @Nullable String name(@Nullable String loginOrWords) {
        if (loginOrWords == null) {
            return null;
        }
        return users.find(loginOrWords).map(UserView::displayName).orElse(loginOrWords);
    }
}
