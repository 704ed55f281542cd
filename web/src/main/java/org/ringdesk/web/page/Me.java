package org.ringdesk.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;

/** Who reads the page: their language and zone; before the log-in what the browser or the switch on the log-in page says. */
@Named
@RequestScoped
public class Me {
    @Inject
    private Users users;

    @Inject
    private Tongue tongue;

    @Inject
    private HttpServletRequest request;

    private @Nullable UserView user;
    private Locale locale = Locale.ENGLISH;

    @PostConstruct
    void look() {
        if (request.getUserPrincipal() != null) {
            user = users.me();
        }
        if (user != null) {
            tongue.speak(user.language());
        }
        locale = tongue.getLocale();
    }

    public void speak(String language) {
        tongue.speak(language);
        locale = tongue.getLocale();
    }

    public boolean isKnown() {
        return user != null;
    }

    public String getLogin() {
        return user == null ? "" : user.login();
    }

    public String getName() {
        return user == null ? "" : user.displayName();
    }

    public List<ChannelView> getChannels() {
        return user == null ? List.of() : user.channels();
    }

    public Locale getLocale() {
        return locale;
    }

    public String getLanguage() {
        return locale.getLanguage();
    }

    /** Times are shown in the zone of the person's first channel. */
    public ZoneId getZone() {
        return getChannels().stream().map(ChannelView::zone).findFirst().orElse(ZoneOffset.UTC);
    }

    public boolean in(String role) {
        return request.isUserInRole(role);
    }
}
