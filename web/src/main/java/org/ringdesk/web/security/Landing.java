package org.ringdesk.web.security;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.shared.Role;

/** Where a person goes after the log-in: back to the page they came from, else to their own. */
public final class Landing {
    private static final Pattern OURS =
            Pattern.compile("/(agent|orders|supervision|administration)/[a-z-]+\\.xhtml(\\?[\\w=&.%-]*)?");

    private Landing() {}

    /** @param back a path within the application, from outside and so not to be trusted */
    public static String after(@Nullable String back, Predicate<String> hasRole) {
        return Optional.ofNullable(back).filter(b -> OURS.matcher(b).matches()).orElseGet(() -> own(hasRole));
    }

    public static String own(Predicate<String> hasRole) {
        if (hasRole.test(Role.AGENT)) {
            return "/agent/workspace.xhtml";
        }
        return hasRole.test(Role.SUPERVISOR) ? "/supervision/floor.xhtml" : "/administration/system.xhtml";
    }
}
