package org.ringdesk.cti;

/**
 * Takes the events of one PBX, one at a time and in order. A listener that throws gets the same event again after a pause;
 * one that returns has taken it.
 */
public interface CtiListener {
    void onEvent(CtiEvent event);
}
