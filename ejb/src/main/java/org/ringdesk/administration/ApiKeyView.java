package org.ringdesk.administration;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of another system, without its secret.
 *
 * @param prefix how the secret begins
 * @param scopes roles that it gives, in order of their names
 * @param createdBy display name, as {@code revokedBy}
 * @param usedAt when it was last used, to about a minute; null: never
 * @param endsAt from when on it opens nothing; null: no end
 */
public record ApiKeyView(
        long id,
        String prefix,
        String system,
        List<String> scopes,
        Instant createdAt,
        String createdBy,
        @Nullable Instant usedAt,
        @Nullable Instant endsAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        ApiKeyState state)
        implements Serializable {

    public boolean isActive() {
        return state == ApiKeyState.ACTIVE;
    }
}
