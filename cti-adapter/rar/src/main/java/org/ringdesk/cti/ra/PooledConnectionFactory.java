package org.ringdesk.cti.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.ra.CtiManagedConnectionFactory.Which;

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
        return allocated(null);
    }

    @Override
    public CtiConnection getConnection(PbxId pbx) {
        return allocated(new Which(pbx));
    }

    private CtiConnection allocated(@Nullable Which which) {
        // says so here when there is none of that name: from within the container it would come wrapped
        factory.exchange(which);
        try {
            return (CtiConnection) connections.allocateConnection(factory, which);
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
