package org.ringdesk.cti.ra;

/** One PBX's link as an admin's tools see it over JMX: {@code org.ringdesk:type=Link,pbx=NAME}. Counts begin with the link. */
public interface LinkFiguresMXBean {
    /** A name of {@link org.ringdesk.cti.LinkState}. */
    String getState();

    /** Connections that were tried. */
    int getConnections();

    /** Messages that were read. */
    long getMessages();

    /** Messages that are read and not yet understood. */
    int getMessagesWaiting();

    int getMostMessagesWaiting();

    /** Events that were told of them. */
    long getEvents();

    /** Events that are told and not yet taken: the database is slow, or gone. */
    int getEventsWaiting();

    int getMostEventsWaiting();
}
