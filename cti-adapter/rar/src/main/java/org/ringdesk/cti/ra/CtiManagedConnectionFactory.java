package org.ringdesk.cti.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Set;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.CtiConnectionFactory;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.PbxId;

/** Makes connections for commands. They are light: all of a PBX share its one command line. */
@ConnectionDefinition(
        connectionFactory = CtiConnectionFactory.class,
        connectionFactoryImpl = PooledConnectionFactory.class,
        connection = CtiConnection.class,
        connectionImpl = CommandConnection.class)
public class CtiManagedConnectionFactory implements ManagedConnectionFactory, ResourceAdapterAssociation {
    private static final long serialVersionUID = 1L;

    private transient @Nullable CtiResourceAdapter adapter;
    private transient @Nullable PrintWriter log;

    /** The one that is asked for, the first one for null. */
    Exchange exchange(@Nullable ConnectionRequestInfo info) {
        CtiResourceAdapter associated = adapter;
        if (associated == null) {
            throw new CtiException(CtiException.Kind.UNAVAILABLE, "The telephony adapter is not started");
        }
        return associated.exchanges().of(info instanceof Which which ? which.pbx() : null);
    }

    /** Which PBX is asked for. */
    record Which(PbxId pbx) implements ConnectionRequestInfo {}

    @Override
    public Object createConnectionFactory(ConnectionManager connections) {
        return new PooledConnectionFactory(this, connections);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("Only inside a container");
    }

    @Override
    public ManagedConnection createManagedConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo info) {
        return new CtiManagedConnection(this);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable ManagedConnection matchManagedConnections(
            Set connections, @Nullable Subject subject, @Nullable ConnectionRequestInfo info) {
        for (Object connection : connections) {
            if (connection instanceof CtiManagedConnection ours) {
                return ours;
            }
        }
        return null;
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = (CtiResourceAdapter) adapter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter log) {
        this.log = log;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return log;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CtiManagedConnectionFactory;
    }

    @Override
    public int hashCode() {
        return CtiManagedConnectionFactory.class.hashCode();
    }
}
