package org.ringdesk.cti;

import java.util.List;

/**
 * Takes the events of one PBX in order: those that wait together come together. A listener that throws has taken none of
 * them and gets them again, one at a time; one that returns has taken all.
 */
public interface CtiListener {
    /** @param events one at least; of a call what came last is last */
    void onEvents(List<CtiEvent> events);

    /**
     * The highest {@code seq} of a PBX's events that still matters, whichever server gave it out; 0 when there is none. Asked
     * before the first event is given: those that follow have higher ones.
     */
    long lastTaken(PbxId pbx);
}
