package org.ringdesk.shared;

/** What is done by one server at a time; each has a row in {@code cluster_turn}. */
public enum Turn {
    /** Filling an empty database with the demo company. */
    DEMO_DATA("demo-data"),
    /** Telling the PBX who sits in which queue. */
    QUEUE_SEATS("queue-seats"),
    /** Reading a file that was brought in. */
    IMPORTS("imports");

    private final String key;

    Turn(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
