package org.ringdesk.web.administration;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.ringdesk.administration.ChannelView;
import org.ringdesk.administration.Channels;
import org.ringdesk.administration.DialledNumberView;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.calls.LinkView;

/** How the system is set up and how its telephony stands. */
@Named
@RequestScoped
public class SystemPage {
    @Inject
    private CallDesk calls;

    @Inject
    private Users users;

    @Inject
    private Channels channels;

    private List<LinkView> links = List.of();
    private List<UserView> people = List.of();
    private List<ChannelView> sold = List.of();

    @PostConstruct
    void read() {
        links = calls.links();
        people = users.all();
        sold = channels.all();
    }

    public List<LinkView> getLinks() {
        return links;
    }

    public List<UserView> getPeople() {
        return people;
    }

    public List<ChannelView> getChannels() {
        return sold;
    }

    public List<DialledNumberView> numbersOf(ChannelView channel) {
        return channels.numbersOf(channel.code());
    }

    public String channelsOf(UserView user) {
        return user.channels().stream().map(c -> c.code().value()).collect(Collectors.joining(", "));
    }

    public String queuesOf(UserView user) {
        return user.queues().stream().map(UserView.QueuePlace::queue).collect(Collectors.joining(", "));
    }
}
