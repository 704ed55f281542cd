package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.ringdesk.web.page.Outage;
import org.ringdesk.web.systems.Problems;

/** Whatever nobody else knows what to make of: never with its stack. */
@Provider
@RequestScoped
public class Broken implements ExceptionMapper<RuntimeException> {
    private static final System.Logger LOG = System.getLogger(Broken.class.getName());

    @Inject
    private Problems problems;

    @Override
    public Response toResponse(RuntimeException e) {
        if (problems.isForSystems()) {
            return problems.response(e);
        }
        if (Outage.is(e)) {
            return Response.status(Outage.STATUS).build();
        }
        LOG.log(System.Logger.Level.ERROR, "A request failed", e);
        return Response.serverError().build();
    }
}
