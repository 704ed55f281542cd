package org.ringdesk.orders.domain;

import java.time.Instant;

/** Who does something to an order, by login, and when. */
public record Stamp(String who, Instant at) {}
