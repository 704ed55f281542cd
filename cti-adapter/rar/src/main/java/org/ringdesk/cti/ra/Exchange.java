package org.ringdesk.cti.ra;

import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ringdesk.cti.Ability;
import org.ringdesk.cti.ami.CommandLine;
import org.ringdesk.cti.ami.Commands;
import org.ringdesk.cti.ami.PbxLink;
import org.ringdesk.cti.ami.PbxSettings;
import org.ringdesk.cti.ami.Sequence;
import org.ringdesk.cti.ami.SystemLine;
import org.ringdesk.cti.ami.Timing;

/**
 * One configured PBX while the adapter runs: a link for every endpoint that follows it, a line for commands and, where there
 * is a second log-in, another for what only that may do.
 */
final class Exchange {
    private final PbxSettings settings;
    private final WorkManager works;
    private final Clock clock;
    private final Sequence sequence;
    private final CommandLine line;
    private final SystemLine system;
    private final Commands commands;
    private final Map<MessageEndpointFactory, Following> followings = new ConcurrentHashMap<>();

    private record Following(PbxLink link, Deliveries deliveries, LinkFigures figures) {
        void stop() {
            figures.hide();
            link.stop();
            deliveries.stop();
        }
    }

    Exchange(PbxSettings settings, WorkManager works, Clock clock) {
        this.settings = settings;
        this.works = works;
        this.clock = clock;
        this.sequence = new Sequence(clock);
        this.line = new CommandLine(settings, Timing.STANDARD);
        this.system = new SystemLine(settings, Timing.STANDARD);
        this.commands = Commands.of(settings, line, system);
    }

    PbxSettings settings() {
        return settings;
    }

    Commands commands() {
        return commands;
    }

    Set<Ability> abilities() {
        return system.abilities();
    }

    void follow(MessageEndpointFactory endpoints, CtiActivation spec) throws WorkException {
        if (!spec.getPbx().isEmpty() && !spec.getPbx().equals(settings.name().value())) {
            return;
        }
        Deliveries deliveries = new Deliveries(endpoints);
        PbxLink link = new PbxLink(settings, system, Timing.STANDARD, clock, sequence, deliveries);
        LinkFigures figures = new LinkFigures(settings.name(), link, deliveries);
        if (followings.putIfAbsent(endpoints, new Following(link, deliveries, figures)) != null) {
            // a server that comes up as the cluster's owner activates twice: as it is elected, and as it resumes
            return;
        }
        figures.show();
        works.scheduleWork(work(deliveries, deliveries::stop));
        works.scheduleWork(work(() -> follow(link, deliveries), link::stop));
    }

    /** Another server may have followed this PBX before: what it told must not make ours look old. */
    private void follow(PbxLink link, Deliveries deliveries) {
        try {
            sequence.startAbove(deliveries.lastTaken(settings.name()));
            link.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    void close() {
        followings.values().forEach(Following::stop);
        followings.clear();
        line.close();
        system.close();
    }
}
