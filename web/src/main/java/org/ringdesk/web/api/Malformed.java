package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.ringdesk.web.systems.Problems;

/** An id that is none: 400, without saying more. */
@Provider
@RequestScoped
public class Malformed implements ExceptionMapper<IllegalArgumentException> {
    @Inject
    private Problems problems;

    @Override
    public Response toResponse(IllegalArgumentException e) {
        if (problems.isForSystems()) {
            return problems.response(e);
        }
        return Response.status(Response.Status.BAD_REQUEST).build();
    }
}
