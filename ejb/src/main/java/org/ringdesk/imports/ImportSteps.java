package org.ringdesk.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.ejb3.annotation.TransactionTimeout;
import org.ringdesk.imports.domain.ImportJob;
import org.ringdesk.imports.domain.Tally;
import org.ringdesk.imports.gateway.CsvFile;
import org.ringdesk.imports.gateway.CsvLine;
import org.ringdesk.imports.store.ImportJobs;
import org.ringdesk.imports.store.Progress;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;
import org.ringdesk.shared.Turn;
import org.ringdesk.shared.Turns;
import org.ringdesk.shared.intake.Intake;

/**
 * The server's work on a file, each step a transaction that only one server has at a time. A step looks first whether it is still
 * to be done, so one that was rolled back by a crash is done again, and none is done twice.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportSteps {
    static final int CHUNK = 1000;

    @Inject
    private ImportJobs jobs;

    @Inject
    private Progress progress;

    @Inject
    private Intakes intakes;

    @Inject
    private Turns turns;

    @Inject
    private Clock clock;

    /** What is to be done next. */
    public record Due(long id, ImportKind kind, ImportState state, boolean whole, long done) {}

    public Optional<Due> next() {
        return jobs.due().map(j -> new Due(j.id(), j.kind(), j.state(), j.isWhole(), j.done()));
    }

    /** The file, whose rows are read from the start. */
    public CsvFile open(Due due) {
        byte[] content = jobs.content(due.id).orElseThrow(() -> new IllegalStateException("No file of " + due));
        return CsvFile.open(content, intakes.of(due.kind).fields());
    }

    /** Reads every row and counts what would come of it. @return whether it was this server's turn */
    @TransactionTimeout(value = 30, unit = TimeUnit.MINUTES)
    public boolean check(Due due, CsvFile file) {
        if (!mine(due)) {
            return false;
        }
        Intake intake = intakes.of(due.kind);
        Tally all = new Tally();
        jobs.forgetFaults(due.id);
        for (List<CsvLine> lines = file.next(CHUNK); !lines.isEmpty(); lines = file.next(CHUNK)) {
            Chunk chunk = Chunk.of(lines, intake::check);
            jobs.addFaults(due.id, all.faults(), chunk.faults());
            all.count(chunk.results());
            jobs.forgetWritten();
            progress.tell(due.id, all.rows());
        }
        jobs.locked(due.id).checked(all);
        return true;
    }

    /**
     * Imports all rows at once.
     *
     * @throws Refusal {@code import.rows.changed} when one has become bad since it was checked; nothing is imported then
     */
    @TransactionTimeout(value = 30, unit = TimeUnit.MINUTES)
    public boolean importWhole(Due due, CsvFile file) {
        if (!mine(due)) {
            return false;
        }
        String who = jobs.get(due.id).who();
        Tally all = new Tally();
        for (List<CsvLine> lines = file.next(CHUNK); !lines.isEmpty(); lines = file.next(CHUNK)) {
            Chunk chunk = put(due, lines, who);
            if (!chunk.isGood()) {
                throw new Refusal("import.rows.changed");
            }
            all.count(chunk.results());
            progress.tell(due.id, all.rows());
        }
        ImportJob job = jobs.locked(due.id);
        job.startOver();
        end(job, all);
        return true;
    }

    /** Imports the good ones among these rows, which follow those that are done. */
    public boolean importGood(Due due, long done, List<CsvLine> lines) {
        if (!mine(due)) {
            return false;
        }
        ImportJob before = jobs.get(due.id);
        if (before.done() != done) {
            return false;
        }
        Chunk chunk = put(due, lines, before.who());
        ImportJob job = jobs.locked(due.id);
        jobs.addFaults(due.id, job.faults(), chunk.faults());
        end(job, chunk.tally());
        return true;
    }

    private Chunk put(Due due, List<CsvLine> lines, String who) {
        Intake intake = intakes.of(due.kind);
        Chunk chunk = Chunk.of(lines, rows -> intake.put(rows, who));
        jobs.forgetWritten();
        return chunk;
    }

    private void end(ImportJob job, Tally more) {
        job.imported(more, clock.instant());
        if (job.hasEnded()) {
            jobs.forgetFile(job.id());
        }
    }

    /** Rows became bad: they are looked for again. */
    public void checkAgain(Due due, Refusal why) {
        ImportJob job = jobs.locked(due.id);
        if (job.state() == due.state) {
            job.checkAgain(why);
        }
    }

    /** It did not work, whatever it was. */
    public void failed(Due due) {
        ImportJob job = jobs.locked(due.id);
        if (job.state() == due.state) {
            job.failed(new Refusal("import.failed"), clock.instant());
            if (job.hasEnded()) {
                jobs.forgetFile(due.id);
            }
        }
    }

    private boolean mine(Due due) {
        return turns.takeIfFree(Turn.IMPORTS) && jobs.get(due.id).state() == due.state;
    }
}
