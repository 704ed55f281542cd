package org.ringdesk.calls;

/** Whom a call is passed on to, or who is asked. */
public sealed interface PassTo {
    /** A colleague, by login. */
    record Agent(String login) implements PassTo {}

    /** Whoever is next in a queue. */
    record Queue(String name) implements PassTo {}

    /** A number as typed: national, international, or an extension of the house. */
    record Number(String text) implements PassTo {}
}
