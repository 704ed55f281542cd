package org.ringdesk.calls;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.shared.Role;

/**
 * Takes the facts of calls and tells screens. CDI events, fired in the transaction and meant to be observed AFTER_SUCCESS:
 * {@link CallPop} (to its agent), {@link org.ringdesk.agents.AgentView} (to the agent and the floor), {@link LinkView} (to all).
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class CallDesk {

    /** Takes one event; one that was taken before changes nothing. */
    @RolesAllowed(Role.TELEPHONY)
    public void take(CtiEvent event) {
        throw new UnsupportedOperationException();
    }

    /** The caller's desk. */
    public DeskView desk() {
        throw new UnsupportedOperationException();
    }

    /** Says who the customer of one's own call is. @throws org.ringdesk.shared.Refusal {@code call.unknown} */
    public CallPop choose(CallId call, CustomerNumber customer) {
        throw new UnsupportedOperationException();
    }

    /** Every call that has not ended, for the floor. */
    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    public List<CallPop> live() {
        throw new UnsupportedOperationException();
    }

    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
    public List<LinkView> links() {
        throw new UnsupportedOperationException();
    }
}
