package org.ringdesk.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * What browsers may do with what we send. Pages get their content policy, with a nonce, from PrimeFaces (web.xml); everything
 * else may load nothing.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class BrowserPolicy extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern BARE = Pattern.compile("/(resources|jakarta\\.faces\\.resource|api|push)/");

    private static final String POLICY = "Content-Security-Policy";
    private static final String WORKSPACE = "/agent/workspace.xhtml";

    @Inject
    private CardField cards;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (BARE.matcher(path).lookingAt()) {
            response.setHeader(POLICY, "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        }
        if (path.startsWith("/resources/")) {
            response.setHeader("Cache-Control", "no-cache");
        } else if (!path.startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, path.equals(WORKSPACE) ? withCardField(request, response) : response);
    }

    /** Where cards are taken the field of who takes them is shown, and no other page in this one. */
    private HttpServletResponse withCardField(HttpServletRequest request, HttpServletResponse response) {
        String allowed = "frame-src " + cards.origin(request.getServerName());
        return new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String name, String value) {
                super.setHeader(name, POLICY.equals(name) ? value.replace("frame-src 'none'", allowed) : value);
            }

            @Override
            public void addHeader(String name, String value) {
                super.addHeader(name, POLICY.equals(name) ? value.replace("frame-src 'none'", allowed) : value);
            }
        };
    }
}
