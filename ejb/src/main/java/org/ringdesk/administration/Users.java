package org.ringdesk.administration;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ringdesk.administration.store.Directory;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** The people who log in. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY, Role.SYSTEM})
public class Users {
    @Inject
    private Directory directory;

    @Resource
    private SessionContext context;

    /** The caller. @throws Refusal {@code user.unknown} when switched off meanwhile */
    public UserView me() {
        String login = context.getCallerPrincipal().getName();
        return directory.user(login).orElseThrow(() -> new Refusal("user.unknown", login));
    }

    /** Who has that login, if it is a user who may log in. */
    public Optional<UserView> find(String login) {
        return directory.user(login);
    }

    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
    public List<UserView> all() {
        return directory.users();
    }
}
