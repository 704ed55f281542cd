package org.ringdesk.web.systems;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Before anything is done: whether the key has a scope for it, the parameters are known and the body is not too large. */
@Provider
public class Gate implements ContainerRequestFilter {
    static final int MOST_BYTES = 4 * 1024 * 1024;

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Inject
    private Sent sent;

    @Inject
    private Problems problems;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!problems.isForSystems()) {
            return;
        }
        try {
            check(request);
        } catch (Rejected e) {
            request.abortWith(problems.response(e));
        }
    }

    private void check(ContainerRequestContext request) throws IOException {
        Method method = resource.getResourceMethod();
        List<String> scopes = scopes(method);
        if (!scopes.isEmpty()
                && scopes.stream().noneMatch(s -> request.getSecurityContext().isUserInRole(s))) {
            throw new Rejected(Trouble.SCOPE);
        }
        Set<String> known = parameters(method);
        List<Fault> unknown = request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> Fault.parameter(name, Fault.Flaw.UNKNOWN))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Rejected(Trouble.PARAMETERS, unknown);
        }
        if (request.hasEntity()) {
            byte[] body = request.getEntityStream().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new Rejected(Trouble.TOO_LARGE, MOST_BYTES / 1024 / 1024);
            }
            sent.is(body);
            request.setEntityStream(new ByteArrayInputStream(body));
        }
    }

    /** Of the method or else of its class; none: anybody may. */
    static List<String> scopes(Method method) {
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        @Nullable RolesAllowed all = own == null ? method.getDeclaringClass().getAnnotation(RolesAllowed.class) : own;
        return all == null ? List.of() : List.of(all.value());
    }

    static Set<String> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(p -> Stream.ofNullable(p.getAnnotation(QueryParam.class)))
                .map(QueryParam::value)
                .collect(Collectors.toSet());
    }
}
