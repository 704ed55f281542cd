package org.ringdesk.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Who comes in where: systems with their keys at {@code /api/v1}, and there nobody else; people with their log-ins everywhere else. */
@ApplicationScoped
public class Doors implements HttpAuthenticationMechanism {
    @Inject
    private LogInMechanism people;

    @Inject
    private KeyMechanism systems;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        return isForSystems(request)
                ? systems.validateRequest(request, response, context)
                : people.validateRequest(request, response, context);
    }

    /** By the path as the server decoded it, by which it knows who may go there. */
    private static boolean isForSystems(HttpServletRequest request) {
        String below = request.getPathInfo();
        return "/api".equals(request.getServletPath()) && below != null && (below + '/').startsWith("/v1/");
    }
}
