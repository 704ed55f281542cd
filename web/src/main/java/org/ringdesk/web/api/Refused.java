package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.RefusalTexts;
import org.ringdesk.web.systems.Problems;

/** A refusal as 422 with its key, its text in the reader's language and, if a single one is at fault, its field. */
@Provider
@RequestScoped
public class Refused implements ExceptionMapper<Refusal> {
    @Inject
    private Problems problems;

    @Inject
    private Me me;

    @Override
    public Response toResponse(Refusal refusal) {
        if (problems.isForSystems()) {
            return problems.response(refusal);
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("status", 422);
        String text = RefusalTexts.of(refusal, me.getLocale(), me.getZone());
        problem.put("title", text);
        problem.put("key", refusal.key());
        String field = refusal.field();
        if (field != null) {
            problem.put("field", field);
        }
        return Response.status(422)
                .type("application/problem+json")
                .entity(Wire.text(problem))
                .build();
    }
}
