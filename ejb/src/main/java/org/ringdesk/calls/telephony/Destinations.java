package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.DialledNumberView;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.AgentDesk;
import org.ringdesk.agents.Extension;
import org.ringdesk.calls.PassTo;
import org.ringdesk.cti.Destination;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;

/** Where calls can be sent: colleagues' phones, the queues of our numbers, and what can be dialled. */
@ApplicationScoped
public class Destinations {
    private static final String EXTENSION = "\\d{2,5}";

    @Inject
    private Users users;

    @Inject
    private AgentDesk agents;

    @Inject
    private Channels channels;

    /** @param shown for people */
    public record Known(Destination to, String shown) {}

    /** @throws Refusal {@code call.target.unknown}, {@code call.target.self}, {@code call.number.invalid} */
    public Known of(PassTo target) {
        if (target instanceof PassTo.Agent agent) {
            return agent(agent.login());
        }
        if (target instanceof PassTo.Queue queue) {
            return queue(queue.name());
        }
        String dialled = number(((PassTo.Number) target).text());
        return new Known(new Destination.Number(dialled), dialled);
    }

    private Known agent(String login) {
        UserView user = users.find(login).orElseThrow(() -> new Refusal("call.target.unknown", login));
        if (user.login().equals(users.me().login())) {
            throw new Refusal("call.target.self");
        }
        Extension seat = agents.seatOf(login)
                .or(() -> Optional.ofNullable(user.endpoint()).map(Extension::new))
                .orElseThrow(() -> new Refusal("call.target.unknown", login));
        return new Known(new Destination.Number(seat.digits()), user.displayName());
    }

    private Known queue(String name) {
        if (!queues().contains(name)) {
            throw new Refusal("call.target.unknown", name);
        }
        return new Known(new Destination.Queue(name), name);
    }

    public Set<String> queues() {
        Set<String> names = new TreeSet<>();
        for (ChannelView channel : channels.all()) {
            channels.numbersOf(channel.code()).stream()
                    .map(DialledNumberView::queue)
                    .forEach(names::add);
        }
        users.me().queues().forEach(place -> names.add(place.queue()));
        return names;
    }

    /** As it is dialled: an extension as it is, everything else in E.164. @throws Refusal {@code call.number.invalid} */
    public String number(String text) {
        String typed = text.replaceAll("[\\s/().-]", "");
        if (typed.matches(EXTENSION) && !typed.startsWith("0")) {
            return typed;
        }
        String country = users.me().channels().stream()
                .findFirst()
                .map(ChannelView::country)
                .orElse("ZZ");
        return PhoneNumber.read(text, country)
                .map(PhoneNumber::e164)
                .orElseThrow(() -> new Refusal("call.number.invalid"));
    }
}
