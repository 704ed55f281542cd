package org.ringdesk.administration;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ringdesk.administration.store.Changes;
import org.ringdesk.administration.store.Directory;
import org.ringdesk.shared.Role;

/** Who changed which rule, when and how; kept for good. A rule is known by its kind and its key in the room that keeps it. */
@Stateless
@RolesAllowed(Role.ADMIN)
public class ChangeLog {
    private static final int MOST = 200;

    @Inject
    private Changes changes;

    @Inject
    private Directory directory;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** Writes down every field whose value is another one now; nothing when none is. */
    public void note(String kind, String rule, Map<String, String> before, Map<String, String> now) {
        TreeSet<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(now.keySet());
        for (String field : fields) {
            String old = before.getOrDefault(field, "");
            String fresh = now.getOrDefault(field, "");
            if (!old.equals(fresh)) {
                String who = context.getCallerPrincipal().getName();
                changes.add(kind, rule, new RuleChange(clock.instant(), who, field, old, fresh));
            }
        }
    }

    /** The last 200, the latest first; one statement. */
    public List<RuleChange> of(String kind, String rule) {
        return changes.of(kind, rule, MOST).stream()
                .map(c -> new RuleChange(c.at(), nameOf(c.who()), c.field(), c.before(), c.now()))
                .toList();
    }

    private String nameOf(String login) {
        return directory.user(login).map(UserView::displayName).orElse(login);
    }
}
