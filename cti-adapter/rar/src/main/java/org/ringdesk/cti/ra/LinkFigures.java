package org.ringdesk.cti.ra;

import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.ami.PbxLink;

/** The figures of a link that runs here; without them nothing else is missing, so that it is only logged when they fail. */
final class LinkFigures implements LinkFiguresMXBean {
    private static final Logger LOG = Logger.getLogger(LinkFigures.class.getName());

    private final PbxId pbx;
    private final PbxLink link;
    private final Deliveries deliveries;

    LinkFigures(PbxId pbx, PbxLink link, Deliveries deliveries) {
        this.pbx = pbx;
        this.link = link;
        this.deliveries = deliveries;
    }

    void show() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = name();
            if (!server.isRegistered(name)) {
                server.registerMBean(this, name);
            }
        } catch (JMException e) {
            LOG.log(Level.WARNING, "No figures of " + pbx, e);
        }
    }

    void hide() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = name();
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
        } catch (JMException e) {
            LOG.log(Level.WARNING, "The figures of " + pbx + " stay", e);
        }
    }

    private ObjectName name() throws JMException {
        return new ObjectName("org.ringdesk:type=Link,pbx=" + pbx.value());
    }

    @Override
    public String getState() {
        return link.state().name();
    }

    @Override
    public int getConnections() {
        return link.connections();
    }

    @Override
    public long getMessages() {
        return link.load().total();
    }

    @Override
    public int getMessagesWaiting() {
        return link.backlog();
    }

    @Override
    public int getMostMessagesWaiting() {
        return link.load().most();
    }

    @Override
    public long getEvents() {
        return deliveries.load().total();
    }

    @Override
    public int getEventsWaiting() {
        return deliveries.backlog();
    }

    @Override
    public int getMostEventsWaiting() {
        return deliveries.load().most();
    }
}
