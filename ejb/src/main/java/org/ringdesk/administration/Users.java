package org.ringdesk.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.ringdesk.shared.Role;

/** The people who log in. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY, Role.SYSTEM})
public class Users {

    /** The caller. */
    public UserView me() {
        throw new UnsupportedOperationException();
    }

    public Optional<UserView> withEndpoint(String endpoint) {
        throw new UnsupportedOperationException();
    }

    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    public List<UserView> all() {
        throw new UnsupportedOperationException();
    }
}
