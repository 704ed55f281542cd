package org.ringdesk.imports;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringdesk.imports.domain.ImportJob;
import org.ringdesk.imports.gateway.CsvFile;
import org.ringdesk.imports.gateway.CsvLine;
import org.ringdesk.imports.store.ImportJobs;
import org.ringdesk.shared.CardNumbers;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.intake.Intake;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.shared.intake.RowResult;

/** Brings files in: upload, what would come of it, the decision, and the history. The work itself the server does by itself. */
@Stateless
@RolesAllowed(Role.ADMIN)
public class Imports {
    public static final int MOST_BYTES = 25 * 1024 * 1024;
    public static final int MOST_ROWS = 500_000;
    public static final int MOST_FAULTS = ImportJobs.MOST_FAULTS;
    private static final int PREVIEW = 20;
    private static final int CHUNK = 1000;
    private static final int LONGEST_NAME = 120;
    private static final int PAGE = 200;

    @Inject
    private ImportJobs jobs;

    @Inject
    private Intakes intakes;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** The columns that a file of the kind may have. */
    public List<IntakeField> fields(ImportKind kind) {
        return intakes.of(kind).fields();
    }

    /**
     * Keeps a file, which is checked next. One that is no table, or has a card number anywhere, is not kept.
     *
     * @param content CSV, 25 MB and 500,000 rows at most
     * @throws Refusal {@code import.file.large}, {@code import.file.rows}, {@code import.file.empty}, {@code
     *     import.file.encoding}, {@code import.file.malformed}, {@code import.file.card}, {@code import.file.columns.unknown},
     *     {@code import.file.columns.missing}, {@code import.file.columns.twice}
     */
    public ImportView upload(ImportKind kind, String fileName, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new Refusal("import.file.large", MOST_BYTES / 1024 / 1024);
        }
        long rows = rows(kind, content);
        String who = context.getCallerPrincipal().getName();
        ImportJob job = new ImportJob(kind, name(fileName), rows, who, clock.instant());
        return jobs.saved(jobs.add(job, content));
    }

    private long rows(ImportKind kind, byte[] content) {
        long rows = 0;
        try (CsvFile file = CsvFile.open(content, fields(kind))) {
            for (List<CsvLine> lines = file.next(CHUNK); !lines.isEmpty(); lines = file.next(CHUNK)) {
                rows += lines.size();
                if (rows > MOST_ROWS) {
                    throw new Refusal("import.file.rows", MOST_ROWS);
                }
            }
        }
        if (rows == 0) {
            throw new Refusal("import.file.empty");
        }
        return rows;
    }

    private static String name(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        if (name.isEmpty() || CardNumbers.isIn(name)) {
            return "file.csv";
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    /** The last ones first, at most 200. */
    public List<ImportView> list(int from, int most) {
        return jobs.list(Math.max(0, from), Math.min(Math.max(1, most), PAGE));
    }

    public long count() {
        return jobs.count();
    }

    /** @throws Refusal {@code import.unknown} */
    public ImportView get(long id) {
        return jobs.get(id).view();
    }

    /** What is wrong, in the order of lines; of a file the first 1,000 are kept. @param most 200 at most */
    public List<FaultView> faults(long id, int from, int most) {
        return jobs.faults(jobs.get(id).id(), Math.max(0, from), Math.min(Math.max(1, most), PAGE));
    }

    /** The first 20 rows as they would be read now; empty when the file is kept no more. */
    public Optional<PreviewView> preview(long id) {
        ImportJob job = jobs.get(id);
        return jobs.content(id).map(content -> preview(intakes.of(job.kind()), content));
    }

    private static PreviewView preview(Intake intake, byte[] content) {
        try (CsvFile file = CsvFile.open(content, intake.fields())) {
            Chunk chunk = Chunk.of(file.next(PREVIEW), intake::check);
            List<PreviewView.Row> rows = new ArrayList<>();
            for (int i = 0; i < chunk.lines().size(); i++) {
                CsvLine line = chunk.lines().get(i);
                RowResult result = chunk.results().get(i);
                List<String> cells = file.columns().stream()
                        .map(column ->
                                result.read().getOrDefault(column, line.cells().getOrDefault(column, "")))
                        .toList();
                rows.add(new PreviewView.Row(line.number(), result.outcome(), cells));
            }
            return new PreviewView(file.columns(), rows);
        }
    }

    /**
     * The file may go in.
     *
     * @param whole all rows or, when one turns out to be bad, none; otherwise the good ones
     * @param version as it was read
     * @throws Refusal {@code import.rows.bad}, {@code import.rows.none}, {@code import.state} when it is elsewhere by now
     */
    public ImportView start(long id, long version, boolean whole) {
        ImportJob job = asRead(id, version);
        job.start(whole, context.getCallerPrincipal().getName());
        jobs.forgetFaults(id);
        return jobs.saved(job);
    }

    /** The file may not go in. @throws Refusal {@code import.state} */
    public ImportView discard(long id, long version) {
        ImportJob job = asRead(id, version);
        job.discard(clock.instant());
        jobs.forgetFile(id);
        return jobs.saved(job);
    }

    private ImportJob asRead(long id, long version) {
        ImportJob job = jobs.locked(id);
        if (job.version() != version) {
            throw new Refusal("import.state");
        }
        return job;
    }
}
