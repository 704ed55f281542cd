package org.ringdesk.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.RefusalTexts;

/** A refusal as 422 with its key and its text in the reader's language. */
@Provider
@RequestScoped
public class Refused implements ExceptionMapper<Refusal> {
    @Inject
    private Me me;

    @Override
    public Response toResponse(Refusal refusal) {
        String text = RefusalTexts.of(refusal, me.getLocale(), me.getZone());
        return Response.status(422)
                .type("application/problem+json")
                .entity(Wire.text(Map.of("type", "about:blank", "status", 422, "title", text, "key", refusal.key())))
                .build();
    }
}
