package org.ringdesk.cti.ra;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.Ability;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.CtiConnection;
import org.ringdesk.cti.Destination;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.ami.Commands;

/** A handle for commands to one PBX; the container gives it out and takes it back. */
public final class CommandConnection implements CtiConnection {
    private final Exchange exchange;
    private final Commands commands;
    private CtiManagedConnection place;

    CommandConnection(CtiManagedConnection place, Exchange exchange) {
        this.place = place;
        this.exchange = exchange;
        this.commands = exchange.commands();
    }

    void moveTo(CtiManagedConnection place) {
        this.place = place;
    }

    @Override
    public PbxId pbx() {
        return exchange.settings().name();
    }

    @Override
    public Set<Ability> abilities() {
        return exchange.abilities();
    }

    @Override
    public void joinQueues(String endpoint, String memberName, List<Membership> queues, boolean paused, String reason) {
        commands.queues().join(endpoint, memberName, queues, paused, reason);
    }

    @Override
    public void leaveQueues(String endpoint, List<String> queues) {
        commands.queues().leave(endpoint, queues);
    }

    @Override
    public void pause(String endpoint, boolean paused, String reason) {
        commands.queues().pause(endpoint, paused, reason);
    }

    @Override
    public void answer(String channel) {
        commands.phones().answer(channel);
    }

    @Override
    public void reject(String channel) {
        commands.calls().reject(channel);
    }

    @Override
    public void hangUp(String channel) {
        commands.calls().hangUp(channel);
    }

    @Override
    public void hold(String channel) {
        commands.phones().hold(channel);
    }

    @Override
    public void resume(String channel) {
        commands.phones().resume(channel);
    }

    @Override
    public void mute(String channel, boolean muted) {
        commands.phones().mute(channel, muted);
    }

    @Override
    public CallId dial(String endpoint, String number, @Nullable String callerId, boolean autoAnswer) {
        return commands.dials().dial(endpoint, number, callerId, autoAnswer);
    }

    @Override
    public void transfer(String channel, Destination to) {
        commands.calls().transfer(channel, to);
    }

    @Override
    public void consult(String channel, Destination to) {
        commands.consults().begin(channel, to);
    }

    @Override
    public void completeConsult(String channel) {
        commands.consults().complete(channel);
    }

    @Override
    public void cancelConsult(String channel) {
        commands.consults().cancel(channel);
    }

    @Override
    public void toggleConsult(String channel) {
        commands.consults().toggle(channel);
    }

    @Override
    public void conference(String channel) {
        commands.consults().conference(channel);
    }

    @Override
    public void sendDigits(String channel, String digits) {
        commands.calls().sendDigits(channel, digits);
    }

    @Override
    public void park(String channel) {
        commands.calls().park(channel);
    }

    @Override
    public CallId retrieve(String endpoint, String space, boolean autoAnswer) {
        return commands.dials().retrieve(endpoint, space, autoAnswer);
    }

    @Override
    public CallId pickUp(String endpoint, String ringingEndpoint, boolean autoAnswer) {
        return commands.dials().pickUp(endpoint, ringingEndpoint, autoAnswer);
    }

    @Override
    public void close() {
        place.closed(this);
    }
}
