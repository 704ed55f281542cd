package org.ringdesk.web.health;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.calls.LinkView;
import org.ringdesk.shared.Role;

/** Reads the links for the health report, which nobody is logged in for. */
@Stateless
@RunAs(Role.SUPERVISOR)
@PermitAll
public class Links {
    @Inject
    private CallDesk calls;

    public List<LinkView> all() {
        return calls.links();
    }
}
