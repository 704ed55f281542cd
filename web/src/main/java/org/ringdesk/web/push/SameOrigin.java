package org.ringdesk.web.push;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another site's page may not act with our user's cookie. A socket opens only where the handshake's Origin is the host it asks;
 * what changes something is refused where the browser says that another site sent it.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SameOrigin extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        boolean ours = same(origin, request.getHeader("Host"));
        if (request.getServletPath().startsWith("/push/") ? ours : ours || harmless(request, origin)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Browsers say the Origin of whatever is not a plain request for a page; what has none comes from no browser's page. */
    private static boolean harmless(HttpServletRequest request, @Nullable String origin) {
        return READS.contains(request.getMethod()) || origin == null && sameSite(request.getHeader("Sec-Fetch-Site"));
    }

    private static boolean sameSite(@Nullable String fetchedFrom) {
        return fetchedFrom == null || fetchedFrom.equals("same-origin") || fetchedFrom.equals("none");
    }

    static boolean same(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
