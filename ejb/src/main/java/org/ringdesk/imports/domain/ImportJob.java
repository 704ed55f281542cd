package org.ringdesk.imports.domain;

import static org.ringdesk.imports.ImportState.CHECKED;
import static org.ringdesk.imports.ImportState.CHECKING;
import static org.ringdesk.imports.ImportState.DISCARDED;
import static org.ringdesk.imports.ImportState.DONE;
import static org.ringdesk.imports.ImportState.FAILED;
import static org.ringdesk.imports.ImportState.IMPORTING;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.imports.ImportKind;
import org.ringdesk.imports.ImportState;
import org.ringdesk.imports.ImportView;
import org.ringdesk.shared.Refusal;

/** A file on its way in. */
@Entity
@Table(name = "import_job")
public class ImportJob {
    private static final Map<ImportState, Set<ImportState>> NEXT = Map.of(
            CHECKING, Set.of(CHECKED, FAILED, DISCARDED),
            CHECKED, Set.of(IMPORTING, DISCARDED),
            IMPORTING, Set.of(DONE, CHECKING, FAILED),
            DONE, Set.of(),
            FAILED, Set.of(),
            DISCARDED, Set.of());

    private static final int MOST_FAILURES = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_job_id")
    @SequenceGenerator(name = "import_job_id", sequenceName = "ringdesk_seq", allocationSize = 50)
    private long id;

    @Enumerated(EnumType.STRING)
    private ImportKind kind;

    @Column(name = "file_name")
    private String fileName;

    @Enumerated(EnumType.STRING)
    private ImportState state = CHECKING;

    private boolean whole;

    @Column(name = "row_count")
    private long rows;

    private long done;

    @Embedded
    private Tally tally = new Tally();

    private int failures;
    private @Nullable String problem;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "started_by")
    private @Nullable String startedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ImportJob() {}

    public ImportJob(ImportKind kind, String fileName, long rows, String who, Instant now) {
        this.kind = kind;
        this.fileName = fileName;
        this.rows = rows;
        this.createdBy = who;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private void move(ImportState to) {
        if (!NEXT.getOrDefault(state, Set.of()).contains(to)) {
            throw new Refusal("import.state");
        }
        state = to;
    }

    private void begin(ImportState to) {
        move(to);
        done = 0;
        failures = 0;
        tally = new Tally();
    }

    public void checked(Tally found) {
        move(CHECKED);
        done = rows;
        failures = 0;
        tally = found;
    }

    /** @throws Refusal {@code import.rows.bad}, {@code import.rows.none}, {@code import.state} */
    public void start(boolean allOrNothing, String who) {
        if (state == CHECKED && allOrNothing && tally.bad() > 0) {
            throw new Refusal("import.rows.bad", tally.bad());
        }
        if (state == CHECKED && tally.bad() == rows) {
            throw new Refusal("import.rows.none");
        }
        begin(IMPORTING);
        whole = allOrNothing;
        startedBy = who;
        problem = null;
    }

    /** What was told of the progress meanwhile is not done yet. */
    public void startOver() {
        done = 0;
        tally = new Tally();
    }

    /** So many rows more; the last ones end it. */
    public void imported(Tally more, Instant now) {
        done += more.rows();
        failures = 0;
        tally.count(more);
        if (done >= rows) {
            move(DONE);
            endedAt = now.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Nothing was imported, for rows that had been good are so no more. */
    public void checkAgain(Refusal why) {
        begin(CHECKING);
        problem = why.key();
    }

    public void discard(Instant now) {
        move(DISCARDED);
        endedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** It is tried again, but not for ever. */
    public void failed(Refusal why, Instant now) {
        if (++failures >= MOST_FAILURES) {
            move(FAILED);
            problem = why.key();
            endedAt = now.truncatedTo(ChronoUnit.MICROS);
        }
    }

    public long id() {
        return id;
    }

    public ImportKind kind() {
        return kind;
    }

    public ImportState state() {
        return state;
    }

    public boolean isWhole() {
        return whole;
    }

    public long done() {
        return done;
    }

    /** Faults that are counted so far. */
    public long faults() {
        return tally.faults();
    }

    public long version() {
        return version;
    }

    /** Whose import it is. */
    public String who() {
        return startedBy == null ? createdBy : startedBy;
    }

    public boolean hasEnded() {
        return endedAt != null;
    }

    public ImportView view() {
        return new ImportView(
                id,
                kind,
                fileName,
                state,
                whole,
                rows,
                done,
                tally.added(),
                tally.changed(),
                tally.same(),
                tally.bad(),
                tally.faults(),
                problem,
                createdAt,
                createdBy,
                endedAt,
                version);
    }
}
