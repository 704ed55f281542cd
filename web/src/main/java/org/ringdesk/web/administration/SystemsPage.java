package org.ringdesk.web.administration;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ApiKeyView;
import org.ringdesk.administration.ApiKeys;
import org.ringdesk.administration.IssuedKey;
import org.ringdesk.shared.Refusal;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.Words;

/** The other systems' keys. A new one's secret is in the answer to the click alone, and kept nowhere. */
@Named
@ViewScoped
public class SystemsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ISSUED = "ringdesk.issued";
    private static final Map<String, String> FIELDS =
            Map.of("system", "make:system", "scopes", "make:scopes", "end", "make:last");

    @Inject
    private ApiKeys keys;

    @Inject
    private Attempt attempt;

    @Inject
    private Words words;

    @Inject
    private Me me;

    private List<ApiKeyView> all = List.of();
    private @Nullable String system;
    private List<String> scopes = List.of();
    private @Nullable String last;
    private long asked;

    @PostConstruct
    void read() {
        all = keys.all();
    }

    public void create() {
        try {
            IssuedKey issued =
                    keys.create(Objects.requireNonNullElse(system, "").strip(), Set.copyOf(scopes), end());
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestMap()
                    .put(ISSUED, issued.secret());
            system = null;
            scopes = List.of();
            last = null;
            asked = 0;
            read();
        } catch (DateTimeParseException e) {
            attempt.say("make:last", FacesMessage.SEVERITY_ERROR, words.of("systems.last.unreadable"));
        } catch (Refusal refusal) {
            attempt.tell(
                    FIELDS.getOrDefault(refusal.field() == null ? "" : refusal.field(), "make:create"), null, refusal);
        }
    }

    /** The end of the last day, where the reader is. */
    private @Nullable Instant end() {
        return last == null
                ? null
                : LocalDate.parse(last).plusDays(1).atStartOfDay(me.getZone()).toInstant();
    }

    /** The last day of a key that has an end. */
    public @Nullable LocalDate lastOf(ApiKeyView key) {
        Instant end = key.endsAt();
        return end == null ? null : LocalDate.ofInstant(end.minusMillis(1), me.getZone());
    }

    /** Only the second click counts. */
    public void ask(ApiKeyView key) {
        asked = key.id();
    }

    public void keep() {
        asked = 0;
    }

    public void revoke(ApiKeyView key) {
        asked = 0;
        if (attempt.at(null, null, () -> revoked(key), k -> {})) {
            attempt.say(null, FacesMessage.SEVERITY_INFO, words.of("systems.revoked", key.system()));
        }
        read();
    }

    private ApiKeyView revoked(ApiKeyView key) {
        keys.revoke(key.id());
        return key;
    }

    /** The secret of the key that this click made. */
    public @Nullable String getSecret() {
        return (String) FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestMap()
                .get(ISSUED);
    }

    public boolean isAsked(ApiKeyView key) {
        return key.id() == asked;
    }

    public List<ApiKeyView> getAll() {
        return all;
    }

    public List<String> getKnownScopes() {
        return ApiKeys.SCOPES;
    }

    public @Nullable String getSystem() {
        return system;
    }

    public void setSystem(@Nullable String name) {
        system = name;
    }

    public List<String> getScopes() {
        return scopes;
    }

    public void setScopes(List<String> chosen) {
        scopes = List.copyOf(chosen);
    }

    public @Nullable String getLast() {
        return last;
    }

    public void setLast(@Nullable String day) {
        last = day;
    }
}
