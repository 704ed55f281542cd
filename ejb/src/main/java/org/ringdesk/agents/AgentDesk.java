package org.ringdesk.agents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import org.ringdesk.shared.Role;

/**
 * Signing in to the phone, ready and pause. The PBX is told after the wish is stored; where it cannot be reached the wish is
 * kept and carried out when the link is live again.
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class AgentDesk {

    public AgentView me() {
        throw new UnsupportedOperationException();
    }

    /** @throws org.ringdesk.shared.Refusal {@code agent.no-extension} for a user without a phone */
    public AgentView ready() {
        throw new UnsupportedOperationException();
    }

    public AgentView pause(String reason) {
        throw new UnsupportedOperationException();
    }

    public AgentView signOut() {
        throw new UnsupportedOperationException();
    }

    /** Everyone with an extension, for the floor. */
    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    public List<AgentView> everyone() {
        throw new UnsupportedOperationException();
    }
}
