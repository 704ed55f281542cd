package org.ringdesk.web.page;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What nobody foresaw. It is logged under an id and the page says that id and stays as it is; a page the server has forgotten
 * is loaded anew, where the draft is as it was saved. Requests for whole pages go to the error pages. That the database does
 * not answer is said as such, with status 503.
 */
public class FaultHandler extends ExceptionHandlerWrapper {
    private static final System.Logger LOG = System.getLogger(FaultHandler.class.getName());
    static final String ID = "ringdesk.fault";

    FaultHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> queue =
                getUnhandledExceptionQueuedEvents().iterator();
        if (queue.hasNext()) {
            Throwable thrown = queue.next().getContext().getException();
            Throwable cause = root(thrown);
            boolean ajax = faces.getPartialViewContext().isAjaxRequest();
            if (ajax && cause instanceof ViewExpiredException) {
                loadAnew(faces);
                queue.remove();
            } else if (Outage.is(thrown) && !faces.getExternalContext().isResponseCommitted()) {
                LOG.log(System.Logger.Level.WARNING, "The database does not answer: {0}", cause.getMessage());
                unavailable(faces, ajax);
                queue.remove();
            } else if (!(cause instanceof ViewExpiredException)) {
                String id = log(faces, cause);
                if (ajax && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
                    Words words = CDI.current().select(Words.class).get();
                    FacesMessage text = new FacesMessage(FacesMessage.SEVERITY_ERROR, words.of("fault", id), null);
                    faces.addMessage(null, text);
                    faces.validationFailed();
                    faces.renderResponse();
                    queue.remove();
                }
            }
        }
        getWrapped().handle();
    }

    private static void unavailable(FacesContext faces, boolean ajax) {
        ExternalContext external = faces.getExternalContext();
        try {
            if (ajax) {
                external.setResponseStatus(Outage.STATUS);
            } else {
                external.responseReset();
                external.responseSendError(Outage.STATUS, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static String log(FacesContext faces, Throwable cause) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        faces.getExternalContext().getRequestMap().put(ID, id);
        LOG.log(System.Logger.Level.ERROR, "Fault " + id, cause);
        return id;
    }

    private static void loadAnew(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        @Nullable String referer = external.getRequestHeaderMap().get("Referer");
        String page = external.getRequestContextPath() + external.getRequestServletPath();
        int query = referer == null || !referer.contains(page + "?") ? -1 : referer.indexOf('?');
        try {
            external.redirect(query < 0 || referer == null ? page : page + referer.substring(query));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof ViewExpiredException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
