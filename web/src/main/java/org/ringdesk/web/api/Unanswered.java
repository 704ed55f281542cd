package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.ringdesk.web.systems.Problems;

/** What no resource answers: systems are told as of any other problem, scripts by the status alone. */
@Provider
@RequestScoped
public class Unanswered implements ExceptionMapper<WebApplicationException> {
    @Inject
    private Problems problems;

    @Override
    public Response toResponse(WebApplicationException e) {
        return problems.isForSystems() ? problems.response(e) : e.getResponse();
    }
}
