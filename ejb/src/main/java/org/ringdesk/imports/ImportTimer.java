package org.ringdesk.imports;

import static java.util.logging.Level.WARNING;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.ringdesk.imports.ImportSteps.Due;
import org.ringdesk.imports.gateway.CsvFile;
import org.ringdesk.imports.gateway.CsvLine;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** Asks the database which file is to be worked on: how far each is stands there, so a restart goes on where it was. */
@Singleton
@DependsOn("StartUp")
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportTimer {
    private static final Logger LOG = Logger.getLogger(ImportTimer.class.getName());

    @Inject
    private ImportSteps steps;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void work() {
        Optional<Due> due = steps.next();
        while (due.isPresent() && isDone(due.get())) {
            due = steps.next();
        }
    }

    private boolean isDone(Due due) {
        try (CsvFile file = steps.open(due)) {
            if (due.state() == ImportState.CHECKING) {
                return steps.check(due, file);
            }
            return due.whole() ? steps.importWhole(due, file) : importGood(due, file);
        } catch (Refusal refusal) {
            LOG.info(() -> "Import " + due.id() + " is checked again: " + refusal.key());
            steps.checkAgain(due, refusal);
            return true;
        } catch (RuntimeException e) {
            LOG.log(WARNING, e, () -> "Comes again: import " + due.id());
            steps.failed(due);
            return false;
        }
    }

    private boolean importGood(Due due, CsvFile file) {
        long done = 0;
        for (List<CsvLine> lines = file.next(ImportSteps.CHUNK);
                !lines.isEmpty();
                lines = file.next(ImportSteps.CHUNK)) {
            if (done >= due.done() && !steps.importGood(due, done, lines)) {
                return false;
            }
            done += lines.size();
        }
        return true;
    }
}
