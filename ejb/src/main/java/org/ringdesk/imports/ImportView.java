package org.ringdesk.imports;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was brought in and how far it is.
 *
 * @param whole whether it is imported whole or not at all; of meaning once it was started
 * @param rows without the header; 0 until it is known
 * @param done rows that were checked or imported, whichever is on
 * @param faults all of them, also those beyond the number that is kept
 * @param problem the key of a refusal: why it is not where it should be
 * @param version to go on with
 */
public record ImportView(
        long id,
        ImportKind kind,
        String fileName,
        ImportState state,
        boolean whole,
        long rows,
        long done,
        long added,
        long changed,
        long same,
        long bad,
        long faults,
        @Nullable String problem,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt,
        long version)
        implements Serializable {

    /** Of a hundred. */
    public int percent() {
        return rows == 0 ? 0 : (int) (100 * done / rows);
    }

    public boolean mayBeWhole() {
        return bad == 0 && rows > 0;
    }

    public boolean mayBePartly() {
        return rows > bad;
    }
}
