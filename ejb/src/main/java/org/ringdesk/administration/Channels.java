package org.ringdesk.administration;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ringdesk.administration.store.Directory;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/** The sales channels and what their dialled numbers stand for; read from memory once loaded. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.TELEPHONY, Role.FULFILMENT, Role.SYSTEM})
public class Channels {
    @Inject
    private Directory directory;

    @Resource
    private SessionContext context;

    public List<ChannelView> all() {
        return directory.channels();
    }

    /** @throws Refusal {@code channel.unknown} */
    public ChannelView get(ChannelCode code) {
        return directory.channels().stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("channel.unknown", code.value()));
    }

    /** For rooms that keep the id. */
    public ChannelView byId(long id) {
        return directory.channels().stream()
                .filter(c -> c.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal("channel.unknown", Long.toString(id)));
    }

    /** The channel, if it lists the caller. @throws Refusal {@code channel.denied} */
    public ChannelView mine(ChannelCode code) {
        return directory
                .user(context.getCallerPrincipal().getName())
                .flatMap(u ->
                        u.channels().stream().filter(c -> c.code().equals(code)).findFirst())
                .orElseThrow(() -> new Refusal("channel.denied", code.value()));
    }

    /** Empty for a number that no channel has. */
    public Optional<DialledNumberView> dialled(PhoneNumber number) {
        return directory.dialled(number);
    }

    /** Every dialled number of the channel. */
    public List<DialledNumberView> numbersOf(ChannelCode code) {
        return directory.numbersOf(code);
    }
}
