package org.ringdesk.web.systems;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringdesk.administration.Answer;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.api.Wire;
import org.ringdesk.web.page.Outage;
import org.ringdesk.web.page.RefusalTexts;
import org.ringdesk.web.page.Words;

/** Whatever went wrong as a problem (RFC 9457) in the language that was asked for; never more than that. */
@RequestScoped
public class Problems {
    static final String TYPE = "application/problem+json";

    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    private static final int DEEPEST = 30;
    private static final int REFUSED = 422;

    /** Refusals that say that there is no such thing as was named in the address. */
    private static final Set<String> UNKNOWN =
            Set.of("order.unknown", "product.unknown", "intake.product.unknown", "customer.unknown", "channel.unknown");

    /** Refusals that say that things stand otherwise than the sender thought. */
    private static final Set<String> CONFLICTS =
            Set.of("fulfilment.stopped", "fulfilment.move", "order.changed", "request.running");

    @Inject
    private HttpServletRequest request;

    /** Whether the request is one of another system's: the mappers of exceptions are there for the pages' scripts, too. */
    public boolean isForSystems() {
        return (request.getPathInfo() + '/').startsWith("/v1/");
    }

    public Response response(Throwable thrown) {
        Response.ResponseBuilder response = response(answer(thrown));
        if (thrown instanceof WebApplicationException e) {
            String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
            if (allow != null) {
                response.header(HttpHeaders.ALLOW, allow);
            }
        }
        return response.build();
    }

    Response.ResponseBuilder response(Answer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).type(TYPE).entity(answer.body());
        response.header(HttpHeaders.CONTENT_LANGUAGE, language().getLanguage());
        response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (answer.status() == Trouble.SCOPE.status()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Ringdesk\", error=\"insufficient_scope\"");
        }
        if (answer.status() == Trouble.OUTAGE.status()) {
            response.header(HttpHeaders.RETRY_AFTER, "10");
        }
        return response;
    }

    Answer answer(Throwable thrown) {
        Optional<Refusal> refusal = cause(thrown, Refusal.class);
        Optional<Rejected> rejected = cause(thrown, Rejected.class);
        if (rejected.isPresent()) {
            return of(rejected.get());
        }
        if (refusal.isPresent()) {
            return of(refusal.get());
        }
        if (thrown instanceof WebApplicationException e) {
            return of(new Rejected(Trouble.of(e.getResponse().getStatus()).orElse(Trouble.REQUEST)));
        }
        if (cause(thrown, EJBAccessException.class).isPresent()) {
            return of(new Rejected(Trouble.SCOPE));
        }
        if (Outage.is(thrown)) {
            return of(new Rejected(Trouble.OUTAGE));
        }
        if (isConflict(thrown)) {
            return of(new Rejected(Trouble.CONFLICT));
        }
        LOG.log(System.Logger.Level.ERROR, "A system's request failed", thrown);
        return of(new Rejected(Trouble.FAILED));
    }

    /** Two at the same time: a version, a unique row, a deadlock. */
    private static boolean isConflict(Throwable thrown) {
        return cause(thrown, OptimisticLockException.class).isPresent()
                || cause(thrown, SQLException.class)
                        .map(SQLException::getSQLState)
                        .filter(state -> state.startsWith("23") || state.startsWith("40"))
                        .isPresent();
    }

    private static <T> Optional<T> cause(Throwable thrown, Class<T> type) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, t -> t.map(Throwable::getCause))
                .limit(DEEPEST)
                .flatMap(Optional::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private Answer of(Refusal refusal) {
        int status = UNKNOWN.contains(refusal.key())
                ? Trouble.NOT_FOUND.status()
                : CONFLICTS.contains(refusal.key()) ? Trouble.CONFLICT.status() : REFUSED;
        Map<String, Object> problem = problem(refusal.key(), text("api.status." + status), status);
        problem.put("detail", text(refusal));
        return new Answer(status, Wire.text(problem));
    }

    private Answer of(Rejected rejected) {
        Trouble trouble = rejected.trouble();
        String text = "api.trouble." + trouble.name();
        Map<String, Object> problem = problem(trouble.key(), text("api.status." + trouble.status()), trouble.status());
        problem.put("detail", text(text, rejected.arguments()));
        if (!rejected.faults().isEmpty()) {
            problem.put("errors", rejected.faults().stream().map(this::shown).toList());
        }
        return new Answer(trouble.status(), Wire.text(problem));
    }

    private static Map<String, Object> problem(String key, String title, int status) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:ringdesk:problem:" + key);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("key", key);
        return problem;
    }

    private Map<String, Object> shown(Fault fault) {
        Refusal refusal = fault.refusal();
        if (refusal != null) {
            return fault.shown(refusal.key(), text(refusal));
        }
        String flaw = String.valueOf(fault.flaw());
        return fault.shown(flaw.toLowerCase(Locale.ROOT), text("api.flaw." + flaw, fault.arguments()));
    }

    private String text(Refusal refusal) {
        return RefusalTexts.of(refusal, language(), ZoneOffset.UTC);
    }

    private String text(String key) {
        return text(key, List.of());
    }

    private String text(String key, List<Object> arguments) {
        return Words.of(language(), key, arguments.toArray());
    }

    private Locale language() {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(l -> l.equals("de") || l.equals("en"))
                .findFirst()
                .filter("de"::equals)
                .map(l -> Locale.GERMANY)
                .orElse(Locale.UK);
    }
}
