package org.ringdesk.web.api;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.ringdesk.web.page.Outage;
import org.ringdesk.web.systems.Problems;

/** What went wrong behind a front door: 503 when the database does not answer, else 500; without saying more. */
@Provider
@RequestScoped
public class Failed implements ExceptionMapper<EJBException> {
    private static final System.Logger LOG = System.getLogger(Failed.class.getName());

    @Inject
    private Problems problems;

    @Override
    public Response toResponse(EJBException e) {
        if (problems.isForSystems()) {
            return problems.response(e);
        }
        boolean outage = Outage.is(e);
        if (!outage) {
            LOG.log(System.Logger.Level.ERROR, "A request failed", e);
        }
        return Response.status(outage ? Outage.STATUS : 500).build();
    }
}
