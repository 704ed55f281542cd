package org.ringdesk.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Locale;

/**
 * The language that was last spoken with this browser, else the one it asks for. Needs no database, so that error pages speak it
 * too.
 */
@Named
@RequestScoped
public class Tongue {
    private static final String LANGUAGE = "ringdesk.language";

    @Inject
    private HttpServletRequest request;

    public Locale getLocale() {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(LANGUAGE) instanceof String spoken) {
            return supported(Locale.forLanguageTag(spoken));
        }
        return Collections.list(request.getLocales()).stream()
                .filter(wish -> supported(wish).getLanguage().equals(wish.getLanguage()))
                .findFirst()
                .map(Tongue::supported)
                .orElse(Locale.UK);
    }

    /** From now on in this session. */
    public void speak(String language) {
        String spoken = supported(Locale.forLanguageTag(language)).getLanguage();
        HttpSession session = request.getSession();
        if (!spoken.equals(session.getAttribute(LANGUAGE))) {
            session.setAttribute(LANGUAGE, spoken);
        }
    }

    /** German in its country's form, everything else English. */
    private static Locale supported(Locale wish) {
        return "de".equals(wish.getLanguage()) ? Locale.GERMANY : Locale.UK;
    }
}
