package org.ringdesk.it;

import java.util.Set;
import java.util.concurrent.Callable;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;

/** Calls front doors as somebody: {@code as("anna.schmidt", Role.AGENT).call(() -> entry.start(...))}. */
public record As(String login, Set<String> roles) {

    public static As as(String login, String... roles) {
        return new As(login, Set.of(roles));
    }

    public <T> T call(Callable<T> work) throws Exception {
        return SecurityDomain.getCurrent()
                .createAdHocIdentity(login)
                .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(roles)))
                .runAs(work);
    }

    public void run(Runnable work) throws Exception {
        call(() -> {
            work.run();
            return true;
        });
    }
}
