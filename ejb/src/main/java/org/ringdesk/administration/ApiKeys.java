package org.ringdesk.administration;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.domain.ApiKey;
import org.ringdesk.administration.domain.Secret;
import org.ringdesk.administration.store.Directory;
import org.ringdesk.administration.store.Keys;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** The keys of other systems. The log-in looks for them by itself; here they are made and revoked. */
@Stateless
@RolesAllowed(Role.ADMIN)
public class ApiKeys {
    /** What a key can open, in the order in which it is shown. */
    public static final List<String> SCOPES =
            List.of(Role.ORDER_READER, Role.FULFILMENT, Role.CATALOG_FEED, Role.CUSTOMER_FEED);

    private static final String KIND = "api-key";
    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,31}");

    @Inject
    private Keys keys;

    @Inject
    private Directory directory;

    @Inject
    private ChangeLog log;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** By system, the latest first, those that open nothing any more included. */
    public List<ApiKeyView> all() {
        Instant now = clock.instant();
        return keys.all().stream().map(key -> named(key.view(now))).toList();
    }

    /**
     * A new key; the system may have others beside it, so that it can change over.
     *
     * @param system in small letters, digits, points and hyphens; it is who, as {@code system:NAME}, in what happened to orders
     * @param scopes some of {@link #SCOPES}
     * @param endsAt null for no end
     * @throws Refusal {@code apikey.system}, {@code apikey.scopes}, {@code apikey.end}
     */
    public IssuedKey create(String system, Set<String> scopes, @Nullable Instant endsAt) {
        if (!SYSTEM.matcher(system).matches()) {
            throw new Refusal("apikey.system").at("system");
        }
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            throw new Refusal("apikey.scopes").at("scopes");
        }
        Instant now = now();
        if (endsAt != null && !endsAt.isAfter(now)) {
            throw new Refusal("apikey.end").at("end");
        }
        Secret secret = Secret.random();
        ApiKey key = new ApiKey(secret, system, scopes, endsAt, me(), now);
        keys.add(key);
        log.note(KIND, key.prefix(), Map.of(), key.decided());
        return new IssuedKey(named(key.view(now)), secret.text());
    }

    /** From now on it opens nothing. @throws Refusal {@code apikey.unknown} */
    public void revoke(long id) {
        ApiKey key = keys.find(id).orElseThrow(() -> new Refusal("apikey.unknown"));
        Map<String, String> before = key.decided();
        key.revoke(me(), now());
        keys.flush();
        log.note(KIND, key.prefix(), before, key.decided());
    }

    private String me() {
        return context.getCallerPrincipal().getName();
    }

    /** As fine as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private ApiKeyView named(ApiKeyView key) {
        String revokedBy = key.revokedBy();
        return new ApiKeyView(
                key.id(),
                key.prefix(),
                key.system(),
                key.scopes(),
                key.createdAt(),
                nameOf(key.createdBy()),
                key.usedAt(),
                key.endsAt(),
                key.revokedAt(),
                revokedBy == null ? null : nameOf(revokedBy),
                key.state());
    }

    private String nameOf(String login) {
        return directory.user(login).map(UserView::displayName).orElse(login);
    }
}
