package org.ringdesk.cti;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands to one PBX. Each returns when the PBX has taken or refused the command; that it had its effect is told by the
 * event that follows. Every text is checked against what the command allows before anything is sent.
 *
 * <p>All throw {@link CtiException}: {@code UNAVAILABLE} without a live link, {@code REFUSED} with the PBX's own words or
 * where an {@link Ability} is missing, {@code TIMEOUT} when it did not answer in time and the effect is unknown,
 * {@code INVALID} for a value that may not be sent.
 *
 * <p>A {@code channel} is a channel's name as events give it ({@link Leg#channel()}), an {@code endpoint} a device as
 * {@code PJSIP/1001}.
 */
public interface CtiConnection extends AutoCloseable {

    /** One device's place in a queue. {@code penalty} as in Asterisk: lower is asked first, 0 to 100. */
    record Membership(String queue, int penalty) {}

    PbxId pbx();

    /** What the second log-in of this PBX grants now; empty when there is none or it was refused. Does not throw. */
    Set<Ability> abilities();

    /** Adds the device to the queues, or updates its penalty and pause where it is a member already. */
    void joinQueues(String endpoint, String memberName, List<Membership> queues, boolean paused, String reason);

    /** Removes the device from the queues; where it is no member nothing happens. */
    void leaveQueues(String endpoint, List<String> queues);

    /** Pauses or unpauses the device in all its queues; {@code reason} is shown by the PBX and kept in its queue log. */
    void pause(String endpoint, boolean paused, String reason);

    /** The ringing desk phone picks up, if it honours {@code NOTIFY} with {@code Event: talk}. Needs {@link Ability#ANSWER}. */
    void answer(String channel);

    /** A ringing channel is hung up as rejected (cause 21); its queue asks the next member. */
    void reject(String channel);

    /** Hangs up one channel. */
    void hangUp(String channel);

    /** The phone of this channel puts its call on hold ({@code NOTIFY} with {@code Event: hold}). Needs {@link Ability#HOLD}. */
    void hold(String channel);

    /** The phone takes its call back ({@code Event: talk}). Needs {@link Ability#HOLD}. */
    void resume(String channel);

    /** The others no longer hear this channel, or hear it again. No event tells it. Needs {@link Ability#MUTE}. */
    void mute(String channel, boolean muted);

    /**
     * Rings the endpoint and, when it answers, dials the number from it.
     *
     * @param number digits, with a leading + or not; a dialplan pattern decides what is allowed
     * @param callerId what the called party sees, or null for the trunk's default
     * @param autoAnswer asks the phone to pick up by itself, for whoever has just clicked
     */
    CallId dial(String endpoint, String number, @Nullable String callerId, boolean autoAnswer);

    /** Whoever is bridged with this channel, the transferer's, goes to the destination; this channel is released. */
    void transfer(String channel, Destination to);

    /**
     * Whoever is bridged with this channel waits, and the destination is rung to talk with this channel first. Ended by one
     * of {@link #completeConsult}, {@link #cancelConsult}, {@link #conference} or somebody hanging up. One that follows another
     * is lost before the other's destination has left or rings no more.
     */
    void consult(String channel, Destination to);

    /** Those two who were kept apart talk with each other; this channel, the transferer's, is released. */
    void completeConsult(String channel);

    /** The destination is released; this channel talks with the first party again. */
    void cancelConsult(String channel);

    /** This channel talks with the other one of the two, each time it is called. */
    void toggleConsult(String channel);

    /** All three talk with each other. */
    void conference(String channel);

    /**
     * Keypad digits, heard by whoever is bridged with this channel: 1 to 32 of {@code 0-9 * #}, never logged by us. Takes about a
     * tenth of a second for each.
     */
    void sendDigits(String channel, String digits);

    /** Whoever is bridged with this channel waits at a parking place; {@link CallEvent.Parked} says which. */
    void park(String channel);

    /**
     * Rings the endpoint and, when it answers, gives it the call at that parking place.
     *
     * @param space as {@link CallEvent.Parked#space()} told it
     */
    CallId retrieve(String endpoint, String space, boolean autoAnswer);

    /** Rings the endpoint and, when it answers, gives it the call that rings at another device. */
    CallId pickUp(String endpoint, String ringingEndpoint, boolean autoAnswer);

    @Override
    void close();
}
