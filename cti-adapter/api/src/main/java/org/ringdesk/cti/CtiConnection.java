package org.ringdesk.cti;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands to one PBX. Each returns when the PBX has taken or refused the command; that it had its effect is told by the
 * event that follows. Every text is checked against what the command allows before anything is sent.
 *
 * <p>All throw {@link CtiException}: {@code UNAVAILABLE} without a live link, {@code REFUSED} with the PBX's own words,
 * {@code TIMEOUT} when it did not answer in time and the effect is unknown, {@code INVALID} for a value that may not be sent.
 */
public interface CtiConnection extends AutoCloseable {

    /** One device's place in a queue. {@code penalty} as in Asterisk: lower is asked first, 0 to 100. */
    record Membership(String queue, int penalty) {}

    LinkState linkState();

    /** Adds the device to the queues, or updates its penalty and pause where it is a member already. */
    void joinQueues(String endpoint, String memberName, List<Membership> queues, boolean paused, String reason);

    /** Removes the device from the queues; where it is no member nothing happens. */
    void leaveQueues(String endpoint, List<String> queues);

    /** Pauses or unpauses the device in all its queues; {@code reason} is shown by the PBX and kept in its queue log. */
    void pause(String endpoint, boolean paused, String reason);

    /** Hangs up one channel. */
    void hangUp(String channel);

    /**
     * Rings the endpoint and, when it answers, dials the number from it.
     *
     * @param number digits, with a leading + or not; a dialplan pattern decides what is allowed
     * @param callerId what the called party sees, or null for the trunk's default
     */
    CallId dial(String endpoint, String number, @Nullable String callerId);

    @Override
    void close();
}
