package org.ringdesk.calls;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;

/**
 * A call that is not on one's own desk and that one could take, or ring back.
 *
 * @param move RETRIEVE, PICK_UP, or DIAL to call back
 * @param name the customer's, or what the network says, or null
 * @param numberShown null when withheld
 * @param place where it is parked, else the queue it came by, or null
 * @param missed whether nobody talked with the caller
 */
public record OfferedCall(
        CallId call,
        Move move,
        @Nullable String name,
        @Nullable String numberShown,
        @Nullable String place,
        boolean missed,
        Instant since)
        implements Serializable {}
