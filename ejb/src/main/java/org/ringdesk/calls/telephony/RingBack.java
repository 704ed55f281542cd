package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.domain.CallRecord;
import org.ringdesk.calls.store.Calls;
import org.ringdesk.calls.store.Commands;
import org.ringdesk.cti.CallId;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;

/** Whom to call again: who called, or who was called last. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class RingBack {
    @Inject
    private Calls calls;

    @Inject
    private Commands commands;

    @Inject
    private Users users;

    /** Who was in the call. */
    public record Party(String number, @Nullable CustomerNumber customer) {}

    /** @throws Refusal {@code call.redial.none} */
    public String last() {
        String number = commands.lastDialled(users.me().login());
        if (number == null) {
            throw new Refusal("call.redial.none");
        }
        return number;
    }

    /** @throws Refusal {@code call.unknown}, {@code call.back.none} when it was withheld */
    public Party of(CallId id) {
        UserView me = users.me();
        CallRecord call = calls.find(id)
                .filter(c -> c.state() == CallState.ENDED)
                .filter(c -> me.login().equals(c.agent()) || c.answeredAt() == null && CommandBook.sharesQueue(c, me))
                .orElseThrow(() -> new Refusal("call.unknown"));
        PhoneNumber number = call.partyNumber();
        if (number == null) {
            throw new Refusal("call.back.none");
        }
        return new Party(number.e164(), call.customer());
    }
}
