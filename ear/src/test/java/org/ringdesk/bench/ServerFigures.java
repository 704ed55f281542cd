package org.ringdesk.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What the running server says of its link and its memory. */
final class ServerFigures implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection server;
    private final MemoryMXBean memory;
    private final ObjectName link;

    /** Over a connection that the other JVM opens for our own user alone. */
    @SuppressWarnings("BanJNDI")
    ServerFigures(long pid) throws IOException, JMException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
        try {
            connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        server = connector.getMBeanServerConnection();
        memory = ManagementFactory.newPlatformMXBeanProxy(
                server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        link = new ObjectName("org.ringdesk:type=Link,pbx=main");
    }

    /** A figure of {@code LinkFiguresMXBean}. */
    long number(String name) throws IOException, JMException {
        return ((Number) server.getAttribute(link, name)).longValue();
    }

    String state() throws IOException, JMException {
        return (String) server.getAttribute(link, "State");
    }

    long heapMegabytes() {
        return memory.getHeapMemoryUsage().getUsed() >> 20;
    }

    /** After everything that is garbage has been collected. */
    long liveHeapMegabytes() {
        memory.gc();
        return heapMegabytes();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
