package org.ringdesk.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.util.Optional;
import org.primefaces.PrimeFaces;

/** What a script sends along with a command, and what is sent back to it. */
@RequestScoped
public class Request {

    public Optional<String> given(String name) {
        return Optional.ofNullable(FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get(name))
                .filter(text -> !text.isBlank());
    }

    public String needed(String name) {
        return given(name).orElseThrow(() -> new IllegalArgumentException("No parameter " + name));
    }

    public void answer(String name, Object value) {
        PrimeFaces.current().ajax().addCallbackParam(name, value);
    }
}
