package org.ringdesk.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;

/** Ends a session. However a session ends, {@link LoggedOut} is told, so that nothing more is pushed to it. */
@Named
@RequestScoped
@WebListener
public class LogOut implements HttpSessionListener {
    static final String LOGIN = "ringdesk.login";

    @Inject
    private Event<LoggedOut> gone;

    public void now() throws IOException, ServletException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        ((HttpServletRequest) external.getRequest()).logout();
        external.invalidateSession();
        external.redirect(external.getRequestContextPath() + "/login.xhtml");
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (event.getSession().getAttribute(LOGIN) instanceof String login) {
            gone.fire(new LoggedOut(login));
        }
    }
}
