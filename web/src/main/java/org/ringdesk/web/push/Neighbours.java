package org.ringdesk.web.push;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wildfly.clustering.server.GroupMember;
import org.wildfly.clustering.server.GroupMembershipEvent;
import org.wildfly.clustering.server.GroupMembershipListener;
import org.wildfly.clustering.server.GroupMembershipMergeEvent;
import org.wildfly.clustering.server.Registration;
import org.wildfly.clustering.server.dispatcher.CommandDispatcher;
import org.wildfly.clustering.server.dispatcher.CommandDispatcherFactory;

/**
 * The other servers of the cluster, whose pages are to show what happens here. On a server that stands alone there are none
 * and nothing is sent. When one has died or was cut off for a while, some of what it would have told was lost: the pages here
 * read anew.
 */
@ApplicationScoped
public class Neighbours {
    private static final System.Logger LOG = System.getLogger(Neighbours.class.getName());
    private static final long PATIENCE_MILLIS = 5_000;

    @Resource(lookup = "java:jboss/clustering/server/command-dispatcher-factory/default")
    private CommandDispatcherFactory<GroupMember> servers;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Pages pages;

    @Inject
    private Onlookers onlookers;

    private CommandDispatcher<GroupMember, Pages> dispatcher;
    private Registration watching;
    private Outgoing outgoing;

    @SuppressWarnings("NullAway.Init")
    public Neighbours() {}

    /** With the application, not with its first page: from then on the others tell us. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
        LOG.log(
                System.Logger.Level.INFO,
                "Servers: {0}",
                servers.getGroup().getMembership().getMembers());
    }

    @PostConstruct
    void open() {
        outgoing = new Outgoing(executor, this::carry);
        dispatcher = servers.createCommandDispatcher(
                "org.ringdesk.push", pages, getClass().getClassLoader());
        watching = servers.getGroup().register(new Watch());
    }

    @PreDestroy
    void close() {
        watching.close();
        dispatcher.close();
    }

    /** This server's name among them. */
    String me() {
        return servers.getGroup().getLocalMember().getName();
    }

    boolean areThere() {
        return servers.getGroup().getMembership().getMembers().size() > 1;
    }

    void tell(Told posting) {
        if (areThere()) {
            outgoing.offer(posting);
        }
    }

    private boolean carry(Batch batch) {
        try {
            Map<GroupMember, CompletionStage<Boolean>> answers =
                    dispatcher.dispatchToGroup(batch, Set.of(servers.getGroup().getLocalMember()));
            boolean taken = true;
            for (Map.Entry<GroupMember, CompletionStage<Boolean>> answer : answers.entrySet()) {
                taken &= taken(answer.getKey(), answer.getValue());
            }
            return taken;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The other servers were not told", e);
            return false;
        }
    }

    private static boolean taken(GroupMember server, CompletionStage<Boolean> answer) {
        try {
            return answer.toCompletableFuture().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (CancellationException e) {
            LOG.log(System.Logger.Level.DEBUG, "A server that goes or comes has no pages", e);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "Server " + server.getName() + " was not told: " + e);
            return false;
        }
    }

    private final class Watch implements GroupMembershipListener<GroupMember> {
        @Override
        public void updated(GroupMembershipEvent<GroupMember> change) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Servers: {0}",
                    change.getCurrentMembership().getMembers());
            if (!change.getLeavers().isEmpty()) {
                change.getLeavers().forEach(server -> onlookers.forget(server.getName()));
                pages.reread();
            }
        }

        @Override
        public void merged(GroupMembershipMergeEvent<GroupMember> change) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Servers see each other again: {0}",
                    change.getCurrentMembership().getMembers());
            pages.reread();
        }
    }
}
