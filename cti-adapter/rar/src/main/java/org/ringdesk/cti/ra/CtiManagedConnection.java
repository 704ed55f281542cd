package org.ringdesk.cti.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/** A place in the container's pool; holds nothing of its own. */
final class CtiManagedConnection implements ManagedConnection {
    private final CtiManagedConnectionFactory factory;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable PrintWriter log;

    CtiManagedConnection(CtiManagedConnectionFactory factory) {
        this.factory = factory;
    }

    @Override
    public Object getConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo info) {
        return new CommandConnection(this, factory.exchange(info));
    }

    void closed(CommandConnection connection) {
        ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
        event.setConnectionHandle(connection);
        listeners.forEach(listener -> listener.connectionClosed(event));
    }

    @Override
    public void associateConnection(Object connection) {
        ((CommandConnection) connection).moveTo(this);
    }

    @Override
    public void cleanup() {
        // nothing is kept between two uses
    }

    @Override
    public void destroy() {
        listeners.clear();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws ResourceException {
        throw new NotSupportedException("Commands to a PBX cannot be rolled back");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("Commands to a PBX cannot be rolled back");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new MetaData(factory.exchange(null).settings().login().user());
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter log) {
        this.log = log;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return log;
    }

    private record MetaData(String user) implements ManagedConnectionMetaData {
        @Override
        public String getEISProductName() {
            return "Asterisk";
        }

        @Override
        public String getEISProductVersion() {
            return "16 to 22";
        }

        @Override
        public int getMaxConnections() {
            return 0;
        }

        @Override
        public String getUserName() {
            return user;
        }
    }
}
