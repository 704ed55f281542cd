package org.ringdesk.imports.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ringdesk.imports.FaultView;
import org.ringdesk.imports.ImportState;
import org.ringdesk.imports.ImportView;
import org.ringdesk.imports.domain.ImportJob;
import org.ringdesk.shared.Refusal;

/** Jobs with their files and what is wrong in them. */
@ApplicationScoped
public class ImportJobs {
    /** Of one file; more than these nobody reads. */
    public static final int MOST_FAULTS = 1000;

    private static final int FAULTS_AT_ONCE = 100;
    private static final int LONGEST_ARGUMENTS = 300;
    private static final String SEPARATOR = "\u001f";

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    public ImportJob add(ImportJob job, byte[] content) {
        em.persist(job);
        em.flush();
        em.createNativeQuery("insert into import_file (job_id, content) values (?1, ?2)")
                .setParameter(1, job.id())
                .setParameter(2, content)
                .executeUpdate();
        return job;
    }

    /** @throws Refusal {@code import.unknown} */
    public ImportJob get(long id) {
        return found(em.find(ImportJob.class, id));
    }

    /** Nobody else goes on with it until the transaction ends. @throws Refusal {@code import.unknown} */
    public ImportJob locked(long id) {
        return found(em.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static ImportJob found(@Nullable ImportJob job) {
        if (job == null) {
            throw new Refusal("import.unknown");
        }
        return job;
    }

    public ImportView saved(ImportJob job) {
        em.flush();
        return job.view();
    }

    public Optional<byte[]> content(long id) {
        List<?> rows = em.createNativeQuery("select content from import_file where job_id = ?1")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().findFirst().map(row -> (byte[]) row);
    }

    /** It is of no use any more, and may hold what people would not keep. */
    public void forgetFile(long id) {
        em.createNativeQuery("delete from import_file where job_id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** The last ones first. */
    public List<ImportView> list(int from, int most) {
        return em.createQuery("select j from ImportJob j order by j.id desc", ImportJob.class)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultStream()
                .map(ImportJob::view)
                .toList();
    }

    public long count() {
        return em.createQuery("select count(j) from ImportJob j", Long.class).getSingleResult();
    }

    /** The one that the server works on next by itself. */
    public Optional<ImportJob> due() {
        return em.createQuery("select j from ImportJob j where j.state in :states order by j.id", ImportJob.class)
                .setParameter(
                        "states",
                        Arrays.stream(ImportState.values())
                                .filter(ImportState::isAtWork)
                                .toList())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Entities of a long transaction that were written and are not needed any more. */
    public void forgetWritten() {
        em.flush();
        em.clear();
    }

    public void forgetFaults(long job) {
        em.createNativeQuery("delete from import_fault where job_id = ?1")
                .setParameter(1, job)
                .executeUpdate();
    }

    /** @param before how many of the job there are; beyond the most they are only counted */
    public void addFaults(long job, long before, List<FaultView> faults) {
        int first = (int) Math.min(before, MOST_FAULTS);
        int kept = Math.min(faults.size(), MOST_FAULTS - first);
        for (int from = 0; from < kept; from += FAULTS_AT_ONCE) {
            addFaults(job, first + from, faults.subList(from, Math.min(kept, from + FAULTS_AT_ONCE)));
        }
    }

    /** In one statement. */
    private void addFaults(long job, int first, List<FaultView> faults) {
        String rows = IntStream.range(0, faults.size())
                .mapToObj(i -> IntStream.rangeClosed(6 * i + 1, 6 * i + 6)
                        .mapToObj(n -> "?" + n)
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        Query insert = em.createNativeQuery(
                "insert into import_fault (job_id, position, line, column_name, reason, arguments) values " + rows);
        int parameter = 0;
        int position = first;
        for (FaultView fault : faults) {
            String arguments = String.join(SEPARATOR, fault.arguments());
            insert.setParameter(++parameter, job);
            insert.setParameter(++parameter, position++);
            insert.setParameter(++parameter, fault.line());
            insert.setParameter(++parameter, fault.column() == null ? "" : fault.column());
            insert.setParameter(++parameter, fault.reason());
            insert.setParameter(++parameter, arguments.substring(0, Math.min(arguments.length(), LONGEST_ARGUMENTS)));
        }
        insert.executeUpdate();
    }

    /** In the order of lines. */
    public List<FaultView> faults(long job, int from, int most) {
        List<?> rows = em.createNativeQuery("select line, column_name, reason, arguments from import_fault"
                        + " where job_id = ?1 order by position")
                .setParameter(1, job)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(row -> fault((Object[]) row)).collect(Collectors.toList());
    }

    private static FaultView fault(Object[] row) {
        String column = String.valueOf(row[1]);
        String arguments = String.valueOf(row[3]);
        return new FaultView(
                ((Number) row[0]).longValue(),
                column.isEmpty() ? null : column,
                String.valueOf(row[2]),
                arguments.isEmpty() ? List.of() : List.of(arguments.split(SEPARATOR, -1)));
    }
}
