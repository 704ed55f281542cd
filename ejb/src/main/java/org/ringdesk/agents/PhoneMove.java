package org.ringdesk.agents;

import org.jspecify.annotations.Nullable;

/**
 * An agent's phone began to do something else.
 *
 * @param call that the agent talks on now, or null: then nothing is planned for after it
 * @param missed whether it stopped ringing because nobody answered
 */
public record PhoneMove(
        String login, PhoneState state, @Nullable AnsweredCall call, boolean missed) {

    public PhoneMove(String login, PhoneState state) {
        this(login, state, null, false);
    }

    public static PhoneMove talks(String login, AnsweredCall call) {
        return new PhoneMove(login, PhoneState.TALKING, call, false);
    }

    public static PhoneMove missed(String login) {
        return new PhoneMove(login, PhoneState.IDLE, null, true);
    }
}
