package org.ringdesk.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How people log in: a form log-in that answers each kind of request in its own way: a page goes to the log-in and back, a Faces ajax request is
 * told to go there, a script gets 401. (The stock form mechanism sends all of them a log-in page and keeps the request, so
 * that an ajax request of an expired session would be replayed after the next log-in.)
 */
@ApplicationScoped
@Typed(LogInMechanism.class)
@AutoApplySession
public class LogInMechanism implements HttpAuthenticationMechanism {
    /** The request's attribute that is there when a log-in could not be checked. */
    public static final String UNAVAILABLE = "ringdesk.login.unavailable";

    private static final System.Logger LOG = System.getLogger(LogInMechanism.class.getName());
    private static final String LOG_IN = "/login.xhtml";

    @Inject
    private IdentityStoreHandler identities;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Credential credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            return logIn(request, credential, context);
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            return sendAjaxToLogIn(request, response);
        }
        String path = path(request);
        if (path.equals("/")) {
            return context.redirect(request.getContextPath() + LOG_IN);
        }
        if (!path.endsWith(".xhtml")) {
            return context.responseUnauthorized();
        }
        String query = "GET".equals(request.getMethod()) ? request.getQueryString() : null;
        return context.redirect(logIn(request, query == null ? path : path + '?' + query));
    }

    private AuthenticationStatus logIn(HttpServletRequest request, Credential credential, HttpMessageContext context) {
        CredentialValidationResult result;
        try {
            result = identities.validate(credential);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Nobody can be known at the moment: {0}", e.toString());
            request.setAttribute(UNAVAILABLE, true);
            return AuthenticationStatus.SEND_FAILURE;
        }
        return context.notifyContainerAboutLogin(result);
    }

    private static AuthenticationStatus sendAjaxToLogIn(HttpServletRequest request, HttpServletResponse response) {
        String address = logIn(request, page(request)) + "&amp;expired=true";
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response id=\"expired\"><redirect url=\""
                            + address + "\"/></partial-response>");
            response.getWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static String logIn(HttpServletRequest request, String back) {
        return request.getContextPath() + LOG_IN + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The page an ajax request came from, with its query where the browser tells it. */
    private static String page(HttpServletRequest request) {
        String path = path(request);
        String referer = request.getHeader("Referer");
        int query = referer == null ? -1 : referer.indexOf(path + '?');
        return referer == null || query < 0 ? path : referer.substring(query);
    }
}
