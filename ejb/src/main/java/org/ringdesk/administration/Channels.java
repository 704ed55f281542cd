package org.ringdesk.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Role;

/** The sales channels and what their dialled numbers stand for; read from memory once loaded. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY, Role.SYSTEM})
public class Channels {

    public List<ChannelView> all() {
        throw new UnsupportedOperationException();
    }

    /** @throws org.ringdesk.shared.Refusal {@code channel.unknown} */
    public ChannelView get(ChannelCode code) {
        throw new UnsupportedOperationException();
    }

    /** For rooms that keep the id. */
    public ChannelView byId(long id) {
        throw new UnsupportedOperationException();
    }

    /** The channel, if it lists the caller. @throws org.ringdesk.shared.Refusal {@code channel.denied} */
    public ChannelView mine(ChannelCode code) {
        throw new UnsupportedOperationException();
    }

    public Optional<DialledNumberView> dialled(PhoneNumber number) {
        throw new UnsupportedOperationException();
    }
}
