package org.ringdesk.cti.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;

/** What {@code java:/eis/cti} holds. */
public class PooledConnectionFactory implements CtiConnectionFactory {
    private static final long serialVersionUID = 1L;

    private final CtiManagedConnectionFactory factory;
    private final transient ConnectionManager connections;
    private transient @Nullable Reference reference;

    PooledConnectionFactory(CtiManagedConnectionFactory factory, ConnectionManager connections) {
        this.factory = factory;
        this.connections = connections;
    }

    @Override
    public CtiConnection getConnection() {
        try {
            return (CtiConnection) connections.allocateConnection(factory, null);
        } catch (ResourceException e) {
            CtiException unavailable =
                    new CtiException(CtiException.Kind.UNAVAILABLE, "No connection to give: " + e.getMessage());
            unavailable.initCause(e);
            throw unavailable;
        }
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public @Nullable Reference getReference() {
        return reference;
    }
}
