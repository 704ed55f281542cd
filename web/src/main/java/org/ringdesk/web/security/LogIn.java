package org.ringdesk.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Words;

/** The log-in page. */
@Named
@RequestScoped
public class LogIn {
    /** Set by who checks the log-ins when they cannot be checked. */
    private static final String UNAVAILABLE = "ringdesk.login.unavailable";

    @Inject
    private SecurityContext security;

    @Inject
    private Words words;

    @Inject
    private Me me;

    private @Nullable String name;
    private @Nullable String password;
    private @Nullable String back;
    private boolean expired;

    public void submit() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        if (name == null || password == null || !authenticated(request, external)) {
            String key = request.getAttribute(UNAVAILABLE) == null ? "login.wrong" : "login.unavailable";
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words.of(key), null));
            return;
        }
        request.changeSessionId();
        request.getSession().setAttribute(LogOut.LOGIN, request.getRemoteUser());
        external.redirect(request.getContextPath() + Landing.after(back, request::isUserInRole));
    }

    private boolean authenticated(HttpServletRequest request, ExternalContext external) {
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams().credential(new UsernamePasswordCredential(name, password)));
        return status == AuthenticationStatus.SUCCESS;
    }

    public void language(String language) {
        me.speak(language);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getBack() {
        return back;
    }

    public void setBack(@Nullable String back) {
        this.back = back;
    }

    public boolean isExpired() {
        return expired;
    }

    public void setExpired(boolean expired) {
        this.expired = expired;
    }
}
