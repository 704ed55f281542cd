package org.ringdesk.demo.store;

import java.util.function.Supplier;

/**
 * How the staff logs in.
 *
 * @param hashes gives a password hash, salted anew for each person
 * @param enabled false when nobody was given a password
 */
public record Logins(Supplier<String> hashes, boolean enabled) {}
