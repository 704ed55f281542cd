package org.ringdesk.shared;

import java.sql.Types;
import java.time.Instant;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;

/** Tells the provider the type of the columns that hold instants, without which a null is bound as text and PostgreSQL refuses it. */
public class InstantColumns implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping.isDirectToFieldMapping() && holdsInstant(descriptor, mapping)) {
                    mapping.getField().setSqlType(Types.TIMESTAMP_WITH_TIMEZONE);
                }
            }
        }
    }

    private static boolean holdsInstant(ClassDescriptor descriptor, DatabaseMapping mapping) {
        try {
            return Class.forName(
                                    descriptor.getJavaClassName(),
                                    false,
                                    Thread.currentThread().getContextClassLoader())
                            .getDeclaredField(mapping.getAttributeName())
                            .getType()
                    == Instant.class;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No field behind " + mapping, e);
        }
    }
}
