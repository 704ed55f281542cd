package org.ringdesk.it;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Counts the SQL statements that the provider sends on this thread while it is open; timers have their own. */
final class Statements implements AutoCloseable {
    private final ServerSession session;
    private final Thread counted = Thread.currentThread();
    private final SessionLog before;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    Statements(EntityManagerFactory factory) {
        session = factory.unwrap(ServerSession.class);
        before = session.getSessionLog();
        session.setSessionLog(new Log());
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        session.setSessionLog(before);
    }

    private final class Log extends AbstractSessionLog {
        @Override
        public boolean shouldLog(int level, @Nullable String category) {
            return SessionLog.SQL.equals(category);
        }

        @Override
        public void log(SessionLogEntry entry) {
            if (SessionLog.SQL.equals(entry.getNameSpace())
                    && Thread.currentThread().equals(counted)) {
                seen.add(entry.getMessage());
            }
        }
    }
}
