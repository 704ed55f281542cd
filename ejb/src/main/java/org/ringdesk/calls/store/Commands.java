package org.ringdesk.calls.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CommandOutcome;
import org.ringdesk.calls.Move;
import org.ringdesk.calls.domain.CallCommand;

/** The commands that were given. */
@ApplicationScoped
public class Commands {
    private static final int BATCH = 100;

    @PersistenceContext(unitName = "ringdesk")
    private EntityManager em;

    /** Kept at once: of two for the same lock the database refuses the second. */
    public void add(CallCommand command) {
        em.persist(command);
        em.flush();
    }

    public Optional<CallCommand> find(UUID key) {
        return Optional.ofNullable(em.find(CallCommand.class, key.toString()));
    }

    /** As it is now, and nobody else changes it until the transaction ends. */
    public Optional<CallCommand> locked(UUID key) {
        return Optional.ofNullable(em.find(CallCommand.class, key.toString(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** What holds the lock, locked. */
    public Optional<CallCommand> inFlight(String lock) {
        return em.createQuery("select c from CallCommand c where c.lockOn = :lock", CallCommand.class)
                .setParameter("lock", lock)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public List<CallCommand> inFlightOf(String login) {
        return em.createQuery(
                        "select c from CallCommand c where c.login = :login and c.lockOn is not null order by c.begunAt",
                        CallCommand.class)
                .setParameter("login", login)
                .getResultList();
    }

    public List<UUID> overdue(Instant now) {
        return em
                .createQuery(
                        "select c.key from CallCommand c where c.outcome = :open and c.until < :now order by c.until",
                        String.class)
                .setParameter("open", CommandOutcome.IN_FLIGHT)
                .setParameter("now", now)
                .setMaxResults(BATCH)
                .getResultList()
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    /** The number the agent dialled last, or null. */
    public @Nullable String lastDialled(String login) {
        return em.createQuery(
                        "select c.target from CallCommand c where c.login = :login and c.move = :dial order by c.begunAt desc",
                        String.class)
                .setParameter("login", login)
                .setParameter("dial", Move.DIAL)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    public void flush() {
        em.flush();
    }
}
