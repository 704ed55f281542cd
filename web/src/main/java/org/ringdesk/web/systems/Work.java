package org.ringdesk.web.systems;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Answer;
import org.ringdesk.administration.Requests;
import org.ringdesk.web.api.Wire;

/** What changes something, in one transaction; a POST with an {@code Idempotency-Key} only once. */
@RequestScoped
public class Work {
    static final String KEY = "Idempotency-Key";

    @Inject
    private Requests requests;

    @Inject
    private Problems problems;

    @Inject
    private Sent sent;

    @Inject
    private HttpServletRequest request;

    Response once(Supplier<Answer> work) {
        return answer(request.getHeader(KEY), work);
    }

    Response each(Supplier<Answer> work) {
        return answer(null, work);
    }

    private Response answer(@Nullable String key, Supplier<Answer> work) {
        String fingerprint = sent.fingerprint(request.getMethod() + ' ' + request.getRequestURI());
        Answer answer = requests.answer(key, fingerprint, () -> {
            try {
                return work.get();
            } catch (RuntimeException e) {
                return problems.answer(e);
            }
        });
        return answer.isRefusal()
                ? problems.response(answer).build()
                : Response.status(answer.status())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(answer.body())
                        .build();
    }

    static Answer done(Object body) {
        return new Answer(200, Wire.text(body));
    }

    /** Who asks, as it is kept with what changed. */
    String who() {
        return request.getUserPrincipal().getName();
    }
}
