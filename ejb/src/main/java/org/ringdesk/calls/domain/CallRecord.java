package org.ringdesk.calls.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CallState;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.EndReason;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.shared.PhoneNumber;

/**
 * One call from its first channel to its last. Facts come in order of their seq; {@link #isNews} says which are new. A call
 * waits, rings at some agents, is talked by one, is held and talked again, and ends once.
 */
@Entity
@Table(name = "call_record")
public class CallRecord {
    @Id
    private String id;

    private String pbx;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    private CallState state = CallState.WAITING;

    private @Nullable String party;

    @Column(name = "party_e164")
    private @Nullable String partyE164;

    @Column(name = "caller_name")
    private @Nullable String callerName;

    private boolean withheld;
    private @Nullable String dialled;

    @Column(name = "dialled_e164")
    private @Nullable String dialledE164;

    private @Nullable String queue;
    private @Nullable String agent;

    @Column(name = "agent_channel")
    private @Nullable String agentChannel;

    private @Nullable CustomerNumber customer;

    @Column(name = "order_number")
    private @Nullable OrderNumber order;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ringing_at")
    private @Nullable Instant ringingAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable EndReason endReason;

    @ElementCollection
    @CollectionTable(name = "call_ringing", joinColumns = @JoinColumn(name = "call_id"))
    @Column(name = "agent")
    private Set<String> ringing = new HashSet<>();

    @Column(name = "last_seq")
    private long lastSeq;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected CallRecord() {}

    public CallRecord(CallEvent first, Direction direction) {
        this.id = first.call().toString();
        this.pbx = first.pbx().value();
        this.direction = direction;
        this.startedAt = first.at();
    }

    /** False for a fact that was taken before; true once for each other. */
    public boolean isNews(CallEvent fact) {
        if (fact.seq() <= lastSeq) {
            return false;
        }
        lastSeq = fact.seq();
        return true;
    }

    /** Who the other side is, seen from the call centre, and which number of ours was dialled. */
    public void parties(
            Caller caller, @Nullable PhoneNumber number, @Nullable String dialledText, @Nullable PhoneNumber did) {
        party = cut(direction == Direction.OUTBOUND ? dialledText : caller.number(), 80);
        partyE164 = number == null ? null : number.e164();
        callerName = cut(caller.name(), 120);
        withheld = caller.withheld();
        dialled = cut(dialledText, 80);
        dialledE164 = did == null ? null : did.e164();
    }

    public void waits(String inQueue) {
        queue = inQueue;
        moveTo(CallState.WAITING);
    }

    public void rings(Collection<String> agents, @Nullable String forQueue, Instant at) {
        ringing.addAll(agents);
        queue = forQueue == null ? queue : forQueue;
        ringingAt = ringingAt == null ? at : ringingAt;
        if (agent == null) {
            moveTo(CallState.RINGING);
        }
    }

    /** @return whether it rang there */
    public boolean stopsRinging(String login) {
        boolean rang = ringing.remove(login);
        if (rang && ringing.isEmpty() && agent == null) {
            moveTo(CallState.WAITING);
        }
        return rang;
    }

    public void talks(String login, String channel, Instant at) {
        ringing.remove(login);
        agent = login;
        agentChannel = channel;
        answeredAt = answeredAt == null ? at : answeredAt;
        moveTo(CallState.TALKING);
    }

    public void held(boolean now) {
        if (state != CallState.ENDED && agent != null) {
            state = now ? CallState.HELD : CallState.TALKING;
        }
    }

    /** A caller who talked with nobody gave up, whatever the PBX played meanwhile. */
    public void ends(EndReason reason, Instant at) {
        if (state != CallState.ENDED) {
            state = CallState.ENDED;
            endedAt = at;
            endReason = reason == EndReason.COMPLETED && answeredAt == null ? EndReason.CANCELLED : reason;
            ringing.clear();
        }
    }

    public void customer(CustomerNumber number) {
        customer = number;
    }

    public void order(OrderNumber number) {
        order = number;
    }

    /** Facts that come late never bring an ended call back. */
    private void moveTo(CallState next) {
        if (state != CallState.ENDED) {
            state = next;
        }
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    public CallId id() {
        return CallId.parse(id);
    }

    public Direction direction() {
        return direction;
    }

    /**
     * As {@code login} sees it: for one whose phone rings or who was passed over, not what others do with it. Without a
     * login, as the floor sees it.
     */
    public CallState stateFor(String login) {
        if (state == CallState.ENDED || login.isEmpty() || login.equals(agent)) {
            return state;
        }
        return ringing.contains(login) ? CallState.RINGING : CallState.ENDED;
    }

    /** Everyone whose screen shows the call: the one who talks and those whose phones ring. */
    public Set<String> audience() {
        Set<String> logins = new HashSet<>(ringing);
        if (agent != null) {
            logins.add(agent);
        }
        return logins;
    }

    public @Nullable String party() {
        return party;
    }

    public @Nullable PhoneNumber partyNumber() {
        return partyE164 == null ? null : new PhoneNumber(partyE164);
    }

    public @Nullable String callerName() {
        return callerName;
    }

    public boolean withheld() {
        return withheld;
    }

    public @Nullable String dialled() {
        return dialled;
    }

    public @Nullable PhoneNumber did() {
        return dialledE164 == null ? null : new PhoneNumber(dialledE164);
    }

    public @Nullable String queue() {
        return queue;
    }

    public @Nullable String agent() {
        return agent;
    }

    public @Nullable CustomerNumber customer() {
        return customer;
    }

    public @Nullable OrderNumber order() {
        return order;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable EndReason endReason() {
        return endReason;
    }

    public long version() {
        return version;
    }
}
