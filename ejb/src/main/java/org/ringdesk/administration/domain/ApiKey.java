package org.ringdesk.administration.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.ApiKeyState;
import org.ringdesk.administration.ApiKeyView;

/** What another system comes in with: made once, used until its end or until somebody revokes it. When it was used only the log-in writes. */
@Entity
@Table(name = "api_key")
public class ApiKey {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_key_id")
    @SequenceGenerator(name = "api_key_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    private String prefix;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "system_name")
    private String system;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "used_at", insertable = false, updatable = false)
    private @Nullable Instant usedAt;

    @Column(name = "ends_at")
    private @Nullable Instant endsAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "revoked_by")
    private @Nullable String revokedBy;

    @ElementCollection
    @CollectionTable(name = "api_key_scope", joinColumns = @JoinColumn(name = "key_id"))
    @Column(name = "scope")
    private Set<String> scopes = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    public ApiKey(Secret secret, String system, Set<String> scopes, @Nullable Instant endsAt, String by, Instant now) {
        this.prefix = secret.prefix();
        this.secretHash = secret.hash();
        this.system = system;
        this.scopes = new HashSet<>(scopes);
        this.endsAt = endsAt;
        this.createdBy = by;
        this.createdAt = now;
    }

    /** Revoked again, it stays as it was. */
    public void revoke(String by, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBy = by;
        }
    }

    private ApiKeyState state(Instant now) {
        if (revokedAt != null) {
            return ApiKeyState.REVOKED;
        }
        return endsAt != null && !endsAt.isAfter(now) ? ApiKeyState.ENDED : ApiKeyState.ACTIVE;
    }

    public String prefix() {
        return prefix;
    }

    /** What admins decided about it, for the log of changes. */
    public Map<String, String> decided() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("system", system);
        fields.put("scopes", String.join(", ", new TreeSet<>(scopes)));
        fields.put("ends", endsAt == null ? "" : endsAt.toString());
        fields.put("revoked", revokedAt == null ? "" : revokedAt.toString());
        return fields;
    }

    public ApiKeyView view(Instant now) {
        return new ApiKeyView(
                id,
                prefix,
                system,
                scopes.stream().sorted(Comparator.naturalOrder()).toList(),
                createdAt,
                createdBy,
                usedAt,
                endsAt,
                revokedAt,
                revokedBy,
                state(now));
    }
}
