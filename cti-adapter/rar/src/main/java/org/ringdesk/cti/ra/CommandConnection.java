package org.ringdesk.cti.ra;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.ami.Commands;

/** A handle for commands; the container gives it out and takes it back. */
public final class CommandConnection implements CtiConnection {
    private final Exchange exchange;
    private final Commands commands;
    private CtiManagedConnection place;

    CommandConnection(CtiManagedConnection place, Exchange exchange) {
        this.place = place;
        this.exchange = exchange;
        this.commands = new Commands(exchange.settings(), exchange.commands());
    }

    void moveTo(CtiManagedConnection place) {
        this.place = place;
    }

    @Override
    public LinkState linkState() {
        return exchange.linkState();
    }

    @Override
    public void joinQueues(String endpoint, String memberName, List<Membership> queues, boolean paused, String reason) {
        commands.joinQueues(endpoint, memberName, queues, paused, reason);
    }

    @Override
    public void leaveQueues(String endpoint, List<String> queues) {
        commands.leaveQueues(endpoint, queues);
    }

    @Override
    public void pause(String endpoint, boolean paused, String reason) {
        commands.pause(endpoint, paused, reason);
    }

    @Override
    public void hangUp(String channel) {
        commands.hangUp(channel);
    }

    @Override
    public CallId dial(String endpoint, String number, @Nullable String callerId) {
        return commands.dial(endpoint, number, callerId);
    }

    @Override
    public void close() {
        place.closed(this);
    }
}
