package org.ringdesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What is wrong with a request. */
@Provider
@RequestScoped
public class RejectedMapper implements ExceptionMapper<Rejected> {
    @Inject
    private Problems problems;

    @Override
    public Response toResponse(Rejected rejected) {
        return problems.response(rejected);
    }
}
