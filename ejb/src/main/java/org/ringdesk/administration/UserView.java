package org.ringdesk.administration;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who logs in.
 *
 * @param language of the screens, {@code de} or {@code en}
 * @param endpoint the person's phone, e.g. {@code PJSIP/1001}, or null without one
 * @param channels those the person may sell in, in order of their codes
 * @param queues the queues the person is a member of, with penalties
 */
public record UserView(
        String login,
        String displayName,
        String language,
        @Nullable String endpoint,
        Set<String> roles,
        List<ChannelView> channels,
        List<QueuePlace> queues)
        implements Serializable {

    /** A place in a queue; a lower penalty is asked first. */
    public record QueuePlace(String queue, int penalty) implements Serializable {}
}
