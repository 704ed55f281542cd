package org.ringdesk.cti.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.Serializable;
import java.time.Clock;
import java.util.Objects;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CtiException;

/**
 * The adapter as the container sees it. It connects to nothing by itself: links are made when a bean asks for events, and
 * by work that may fail for as long as it likes.
 */
@Connector(
        displayName = "Ringdesk CTI",
        vendorName = "Ringdesk",
        eisType = "Asterisk",
        version = "1.0",
        reauthenticationSupport = false,
        transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class CtiResourceAdapter implements ResourceAdapter, Serializable {
    private static final long serialVersionUID = 1L;

    @ConfigProperty
    private String name = "main";

    @ConfigProperty
    private String host = "127.0.0.1";

    @ConfigProperty
    private String port = "5038";

    @ConfigProperty
    private String tls = "false";

    @ConfigProperty
    private String user = "ringdesk";

    @ConfigProperty(confidential = true)
    private String password = "";

    @ConfigProperty
    private String trunks = "";

    @ConfigProperty
    private String dialContext = "from-phones";

    @ConfigProperty
    private String systemUser = "";

    @ConfigProperty(confidential = true)
    private String systemPassword = "";

    @ConfigProperty
    private String queueContext = "ringdesk-queues";

    @ConfigProperty
    private String pickupContext = "ringdesk-pickup";

    @ConfigProperty
    private String queueLog = "";

    @ConfigProperty
    private String consultContext = "ringdesk-consult";

    @ConfigProperty
    private String consultKeys = "*2 *4 *3";

    private transient @Nullable Exchanges exchanges;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        try {
            exchanges = new Exchanges(
                    Configuration.all(this, Configuration.ENVIRONMENT), context.getWorkManager(), Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new ResourceAdapterInternalException("A PBX is not configured rightly: " + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        Exchanges open = exchanges;
        exchanges = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory endpoints, ActivationSpec spec) throws ResourceException {
        exchanges().follow(endpoints, (CtiActivation) spec);
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory endpoints, ActivationSpec spec) {
        Exchanges open = exchanges;
        if (open != null) {
            open.unfollow(endpoints);
        }
    }

    Exchanges exchanges() {
        Exchanges open = exchanges;
        if (open == null) {
            throw new CtiException(CtiException.Kind.UNAVAILABLE, "The telephony adapter is stopped");
        }
        return open;
    }

    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }

    public String getPort() {
        return port;
    }

    public void setPort(String port) {
        this.port = port;
    }

    public String getTls() {
        return tls;
    }

    public void setTls(String tls) {
        this.tls = tls;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getTrunks() {
        return trunks;
    }

    public void setTrunks(String trunks) {
        this.trunks = trunks;
    }

    public String getDialContext() {
        return dialContext;
    }

    public void setDialContext(String dialContext) {
        this.dialContext = dialContext;
    }

    public String getSystemUser() {
        return systemUser;
    }

    public void setSystemUser(String systemUser) {
        this.systemUser = systemUser;
    }

    public String getSystemPassword() {
        return systemPassword;
    }

    public void setSystemPassword(String systemPassword) {
        this.systemPassword = systemPassword;
    }

    public String getQueueContext() {
        return queueContext;
    }

    public void setQueueContext(String queueContext) {
        this.queueContext = queueContext;
    }

    public String getPickupContext() {
        return pickupContext;
    }

    public void setPickupContext(String pickupContext) {
        this.pickupContext = pickupContext;
    }

    public String getQueueLog() {
        return queueLog;
    }

    public void setQueueLog(String queueLog) {
        this.queueLog = queueLog;
    }

    public String getConsultContext() {
        return consultContext;
    }

    public void setConsultContext(String consultContext) {
        this.consultContext = consultContext;
    }

    public String getConsultKeys() {
        return consultKeys;
    }

    public void setConsultKeys(String consultKeys) {
        this.consultKeys = consultKeys;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CtiResourceAdapter that
                && name.equals(that.name)
                && host.equals(that.host)
                && port.equals(that.port)
                && user.equals(that.user);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, host, port, user);
    }

    @Override
    public String toString() {
        return "CTI adapter " + name + " (" + user + " at " + host + ':' + port + ')';
    }
}
