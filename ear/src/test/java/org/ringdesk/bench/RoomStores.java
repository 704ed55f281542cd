package org.ringdesk.bench;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Field;
import java.util.Map;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** The rooms' stores without a container, on the database of the bench. */
final class RoomStores {
    private RoomStores() {}

    static EntityManagerFactory open(BenchDatabase database) {
        return new PersistenceProvider()
                .createEntityManagerFactory(
                        "ringdesk",
                        Map.of(
                                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                                "jakarta.persistence.jtaDataSource", "",
                                "jakarta.persistence.jdbc.driver", "org.postgresql.Driver",
                                "jakarta.persistence.jdbc.url", database.url(),
                                "jakarta.persistence.jdbc.user", "postgres",
                                "jakarta.persistence.jdbc.password", "postgres",
                                "eclipselink.weaving", "false",
                                "eclipselink.logging.level", "SEVERE",
                                "eclipselink.session-name", "bench" + System.nanoTime()));
    }

    /** What a container does. */
    static <T> T with(T store, EntityManager em) {
        try {
            Field field = store.getClass().getDeclaredField("em");
            field.setAccessible(true);
            field.set(store, em);
            return store;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
