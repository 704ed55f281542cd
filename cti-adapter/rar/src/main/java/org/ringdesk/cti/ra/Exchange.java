package org.ringdesk.cti.ra;

import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.ami.CommandLine;
import org.ringdesk.cti.ami.PbxLink;
import org.ringdesk.cti.ami.PbxSettings;
import org.ringdesk.cti.ami.Sequence;
import org.ringdesk.cti.ami.Timing;

/** One configured PBX while the adapter runs: a link for every endpoint that follows it, one line for commands. */
final class Exchange {
    private final PbxSettings settings;
    private final WorkManager works;
    private final Clock clock;
    private final Sequence sequence;
    private final CommandLine commands;
    private final Map<MessageEndpointFactory, Following> followings = new ConcurrentHashMap<>();

    private record Following(PbxLink link, Deliveries deliveries) {
        void stop() {
            link.stop();
            deliveries.stop();
        }
    }

    Exchange(PbxSettings settings, WorkManager works, Clock clock) {
        this.settings = settings;
        this.works = works;
        this.clock = clock;
        this.sequence = new Sequence(clock);
        this.commands = new CommandLine(settings, Timing.STANDARD);
    }

    PbxSettings settings() {
        return settings;
    }

    CommandLine commands() {
        return commands;
    }

    void follow(MessageEndpointFactory endpoints, CtiActivation spec) throws WorkException {
        if (!spec.getPbx().isEmpty() && !spec.getPbx().equals(settings.name().value())) {
            return;
        }
        Deliveries deliveries = new Deliveries(endpoints);
        PbxLink link = new PbxLink(settings, Timing.STANDARD, clock, sequence, deliveries);
        followings.put(endpoints, new Following(link, deliveries));
        works.scheduleWork(work(deliveries, deliveries::stop));
        works.scheduleWork(work(link, link::stop));
    }

    private static Work work(Runnable task, Runnable stop) {
        return new Work() {
            @Override
            public void run() {
                task.run();
            }

            @Override
            public void release() {
                stop.run();
            }
        };
    }

    void unfollow(MessageEndpointFactory endpoints) {
        Following following = followings.remove(endpoints);
        if (following != null) {
            following.stop();
        }
    }

    /** As the link on this node has it; where no bean listens here, a command finds out by itself. */
    LinkState linkState() {
        if (settings.off()) {
            return LinkState.REFUSED;
        }
        return followings.values().stream()
                .map(following -> following.link().state())
                .findFirst()
                .orElse(LinkState.LIVE);
    }

    void close() {
        followings.values().forEach(Following::stop);
        followings.clear();
        commands.close();
    }
}
