package org.ringdesk.calls.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CallState;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.TransferKind;
import org.ringdesk.customers.CustomerNumber;
import org.ringdesk.orders.OrderNumber;
import org.ringdesk.shared.PhoneNumber;
import org.ringdesk.shared.Refusal;

/**
 * One call from its first channel to its last. Facts come in order of their seq; {@link #isNews} says which are new. A call
 * waits, rings at some agents, is talked by one, is held, passed on or parked, and ends once. {@link CallCourse} is what
 * each fact does to it.
 */
@Entity
@Table(name = "call_record")
public class CallRecord {
    private static final Duration TO_THE_END = Duration.ofSeconds(5);

    private static final int NOTE = 500;

    @Id
    private String id;

    private String pbx;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    private CallState state = CallState.WAITING;

    @Embedded
    private Parties parties = new Parties();

    @Embedded
    private Moments moments;

    private @Nullable String queue;
    private @Nullable String agent;

    @Column(name = "agent_channel")
    private @Nullable String agentChannel;

    private @Nullable CustomerNumber customer;

    @Column(name = "order_number")
    private @Nullable OrderNumber order;

    @Column(name = "other_channel")
    private @Nullable String otherChannel;

    @Embedded
    private @Nullable Second second;

    @Embedded
    private @Nullable Handed handed;

    private boolean muted;

    @Column(name = "parked_at")
    private @Nullable String parkedAt;

    private @Nullable String note;

    /** Whose phones ring, and the channels there. */
    @ElementCollection
    @CollectionTable(name = "call_ringing", joinColumns = @JoinColumn(name = "call_id"))
    @MapKeyColumn(name = "agent")
    @Column(name = "channel")
    private Map<String, String> ringing = new HashMap<>();

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
        this.moments = Moments.from(first.at());
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
        parties = Parties.of(direction, caller, number, dialledText, did);
    }

    void otherAt(String channel) {
        otherChannel = channel;
    }

    void waits(String inQueue) {
        queue = inQueue;
        moveTo(CallState.WAITING);
    }

    void dials(String login, String channel) {
        agent = login;
        agentChannel = channel;
        moveTo(CallState.DIALLING);
    }

    void rings(Map<String, String> phones, @Nullable String forQueue, Instant at) {
        ringing.putAll(phones);
        queue = forQueue == null ? queue : forQueue;
        moments.rings(at);
        if (agent == null) {
            moveTo(CallState.RINGING);
        }
    }

    /** The agent has somebody else called. */
    void asks(Second whom, Map<String, String> phones, Instant at) {
        second = whom;
        ringing.putAll(phones);
        moments.rings(at);
    }

    /** That phone, not another one of a later ring at the same agent. */
    void stopsRinging(String login, String channel) {
        if (ringing.remove(login, channel) && ringing.isEmpty() && agent == null) {
            moveTo(CallState.WAITING);
        }
    }

    void talks(String login, String channel, Instant at) {
        ringing.clear();
        second = null;
        muted = muted && channel.equals(agentChannel);
        agent = login;
        agentChannel = channel;
        if (handed != null && handed.by() != null) {
            handed = login.equals(handed.by()) ? null : Handed.of(handed.by(), login, handed.at());
        }
        answered(at);
    }

    /** Two outside the house talk: whoever passed the call on is out of it. */
    void talksOutside(Instant at) {
        if (agent != null) {
            leaves(at);
        }
        ringing.clear();
        second = null;
        answered(at);
    }

    void talksWithCustomer(String channel, Instant at) {
        agentChannel = channel;
        if (second != null && second.is(Second.Kind.CONSULT) && second.stage() == Second.Stage.TALKING) {
            second = second.at(Second.Stage.ASIDE);
        } else if (second != null && second.is(Second.Kind.CONFERENCE)) {
            second = null;
        }
        answered(at);
    }

    void talksWithSecond(Second whom, Instant at) {
        second = whom;
        ringing.clear();
        if (whom.is(Second.Kind.CONSULT)) {
            moveTo(CallState.HELD);
        } else {
            answered(at);
        }
    }

    private void answered(Instant at) {
        moments.answered(at);
        moveTo(CallState.TALKING);
    }

    void joins(Second third) {
        second = third;
        ringing.clear();
        moveTo(CallState.TALKING);
    }

    /** The second person is out of it. */
    void alone() {
        second = null;
        ringing.clear();
    }

    void held(boolean now) {
        if (agent != null && state != CallState.DIALLING) {
            moveTo(now ? CallState.HELD : CallState.TALKING);
        }
    }

    /** @param to a login, or what was dialled; null when nobody knows yet */
    void passes(String from, @Nullable String to, Instant at) {
        handed = Handed.of(from, to, at);
        if (from.equals(agent)) {
            withoutAgent();
        }
        second = null;
        moveTo(ringing.isEmpty() ? CallState.WAITING : CallState.RINGING);
    }

    /** The one it was passed on to: talks already, or is about to ring. */
    void expects(String login, String channel, TransferKind kind) {
        if (kind == TransferKind.ATTENDED) {
            talks(login, channel, moments.talkedFrom());
        } else {
            ringing.put(login, channel);
            moveTo(CallState.RINGING);
        }
    }

    /** The agent's phone is out of it and the call goes on without. */
    void leaves(Instant at) {
        handed = Handed.of(agent, null, at);
        withoutAgent();
        moveTo(ringing.isEmpty() ? CallState.WAITING : CallState.RINGING);
    }

    void parks(String space, Instant at) {
        if (agent != null) {
            leaves(at);
        }
        parkedAt = cut(space, 20);
        second = null;
        ringing.clear();
        moveTo(CallState.WAITING);
    }

    void unparks() {
        parkedAt = null;
    }

    private void withoutAgent() {
        agent = null;
        agentChannel = null;
        muted = false;
    }

    /** What was known of a call that is now part of this one. */
    public void absorbs(CallRecord gone) {
        customer = customer == null ? gone.customer : customer;
        order = order == null ? gone.order : order;
        note = note == null ? gone.note : note;
        ringing.putAll(gone.ringing);
        gone.ringing.clear();
        gone.second = null;
    }

    public void ends(EndReason reason, Instant at) {
        if (state != CallState.ENDED) {
            state = CallState.ENDED;
            moments.ends(reason, at);
            staysWithWhoLeftLast(at);
            ringing.clear();
            parkedAt = null;
        }
    }

    /** The agent's leg goes a moment before the call does: it was theirs to its end, and they did not leave it. */
    private void staysWithWhoLeftLast(Instant at) {
        Handed left = handed;
        if (agent != null || left == null || left.to() != null) {
            return;
        }
        Instant since = left.at();
        if (since != null && !since.plus(TO_THE_END).isBefore(at)) {
            agent = left.by();
            handed = null;
        }
    }

    /** Where the agent dialled: what the PBX did not say. */
    public void called(@Nullable PhoneNumber number, String typed) {
        parties = parties.called(number, typed);
    }

    /** Whom the agent asked, or gave the call to, in the words that were typed. */
    public void named(String words) {
        if (second != null && second.login() == null) {
            second = Second.of(second.kind(), second.stage(), null, words, second.channel());
        }
        if (agent == null && handed != null && handed.by() != null) {
            handed = Handed.of(handed.by(), words, handed.at());
        }
    }

    public void mutes(boolean now) {
        muted = now;
    }

    /** @throws Refusal {@code call.note.long} */
    public void note(String text) {
        if (text.length() > NOTE) {
            throw new Refusal("call.note.long", NOTE);
        }
        note = text.isBlank() ? null : text.strip();
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

    static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    public CallId id() {
        return CallId.parse(id);
    }

    public Direction direction() {
        return direction;
    }

    public CallState state() {
        return state;
    }

    /** See {@link Sight#stateOf}. */
    public CallState stateFor(String login) {
        return sight().stateOf(login);
    }

    public Stand standOf(String login) {
        return sight().standOf(login);
    }

    /** The channel of the person's own phone in this call. */
    public @Nullable String channelOf(String login) {
        return sight().channelOf(login);
    }

    /** Everyone whose screen shows the call: the one who talks, who is with them, and those whose phones ring. */
    public Set<String> audience() {
        return sight().audience();
    }

    private Sight sight() {
        return new Sight(state, agent, agentChannel, second, ringing, parkedAt != null);
    }

    public Face face() {
        String around = String.join(
                "|",
                second == null ? "" : second.seen(),
                handed == null ? "" : handed.by() + '>' + handed.to(),
                String.valueOf(parkedAt),
                String.valueOf(muted),
                String.valueOf(parties.number()),
                String.valueOf(note));
        return new Face(state, queue, agent, moments.answeredAt(), moments.endReason(), audience(), around);
    }

    public @Nullable Second second() {
        return second;
    }

    public @Nullable Handed handed() {
        return handed;
    }

    public boolean muted() {
        return muted;
    }

    public @Nullable String parkedAt() {
        return parkedAt;
    }

    public @Nullable String note() {
        return note;
    }

    public @Nullable String agentChannel() {
        return agentChannel;
    }

    public @Nullable String otherChannel() {
        return otherChannel;
    }

    public Map<String, String> ringing() {
        return Map.copyOf(ringing);
    }

    public PbxId pbx() {
        return new PbxId(pbx);
    }

    public @Nullable String party() {
        return parties.party();
    }

    public @Nullable PhoneNumber partyNumber() {
        return parties.number();
    }

    public @Nullable String callerName() {
        return parties.callerName();
    }

    public boolean withheld() {
        return parties.withheld();
    }

    public @Nullable String dialled() {
        return parties.dialled();
    }

    public @Nullable PhoneNumber did() {
        return parties.did();
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
        return moments.startedAt();
    }

    public @Nullable Instant answeredAt() {
        return moments.answeredAt();
    }

    public @Nullable Instant endedAt() {
        return moments.endedAt();
    }

    public @Nullable EndReason endReason() {
        return moments.endReason();
    }

    public long version() {
        return version;
    }
}
