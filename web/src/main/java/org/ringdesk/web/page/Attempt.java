package org.ringdesk.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Refusal;

/** The one place where a refusal becomes a message on the page. */
@RequestScoped
public class Attempt {
    @Inject
    private Me me;

    /**
     * Does it and hands on what came of it; refused, the reason is shown beside the field and nothing is handed on.
     *
     * @param field the client id, or null for the page as a whole
     */
    public <T> boolean at(@Nullable String field, @Nullable ZoneId zone, Supplier<T> work, Consumer<T> then) {
        try {
            then.accept(work.get());
            return true;
        } catch (Refusal refusal) {
            tell(field, zone, refusal);
            return false;
        }
    }

    public void tell(@Nullable String field, @Nullable ZoneId zone, Refusal refusal) {
        String text = RefusalTexts.of(refusal, me.getLocale(), zone == null ? me.getZone() : zone);
        say(field, FacesMessage.SEVERITY_ERROR, text);
    }

    public void say(@Nullable String field, FacesMessage.Severity severity, String text) {
        FacesMessage message = new FacesMessage(severity, text, null);
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(field, message);
        if (severity.getOrdinal() >= FacesMessage.SEVERITY_ERROR.getOrdinal()) {
            faces.validationFailed();
        }
    }
}
