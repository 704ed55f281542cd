package org.ringdesk.agents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.AfterCallMode;
import org.ringdesk.administration.AfterCallRule;
import org.ringdesk.administration.MissedCallRule;
import org.ringdesk.administration.Queues;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.agents.domain.AfterCall;
import org.ringdesk.agents.domain.Presence;
import org.ringdesk.agents.domain.Presence.Wish;
import org.ringdesk.agents.store.Attendance;
import org.ringdesk.agents.store.Presences;
import org.ringdesk.agents.store.Seating;
import org.ringdesk.agents.telephony.PhoneBook;
import org.ringdesk.agents.telephony.SeatCheck;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.QueueMembers;
import org.ringdesk.shared.Refusal;
import org.ringdesk.shared.Role;

/**
 * Signing in to a phone, ready and pause. What is chosen during a call or the work after it comes when they are over. The PBX
 * is told after the wish is stored; where it cannot be reached the wish is kept and carried out when the link is live again.
 * Every change fires an {@link AgentView}.
 */
@Stateless
@RolesAllowed(Role.AGENT)
public class AgentDesk {
    @Inject
    private Presences presences;

    @Inject
    private Seating seating;

    @Inject
    private Users users;

    @Inject
    private Queues queues;

    @Inject
    private PhoneBook phones;

    @Inject
    private SeatCheck seats;

    @Inject
    private Clock clock;

    public AgentView me() {
        UserView user = users.me();
        return presences.view(user, presences.find(user.login()));
    }

    /** Where the agent sits, or else at their own phone. @throws Refusal as {@link #ready(String)} */
    public AgentView ready() {
        return ready(null);
    }

    /**
     * @param extension where to sit, as typed; null or blank: where the agent sits already, or else at their own phone
     * @throws Refusal {@code agent.no-extension} for a user without a phone who chose none, {@code agent.extension.invalid},
     *     {@code agent.extension.pbx} with the name of a PBX that is not configured,
     *     {@code agent.extension.taken} with its number and the holder's name, {@code agent.extension.busy} when the agent would
     *     have to leave a phone with a call up
     */
    public AgentView ready(@Nullable String extension) {
        return wish(Wish.READY, null, extension);
    }

    /** @throws Refusal as {@link #ready(String)} */
    public AgentView pause(PauseReason reason) {
        return pause(reason, null);
    }

    /** @param reason one of {@link PauseReason#chosen()} @throws Refusal as {@link #ready(String)} */
    public AgentView pause(PauseReason reason, @Nullable String extension) {
        if (!PauseReason.chosen().contains(reason)) {
            throw new IllegalArgumentException("Nobody chooses " + reason);
        }
        return wish(Wish.PAUSED, reason, extension);
    }

    /** With a call or the work after it on, the phone is left when they are over. */
    public AgentView signOut() {
        Presence presence = presences.of(users.me().login());
        presence.wish(Wish.SIGNED_OUT, null, clock.instant());
        return presences.changed(presence);
    }

    /** Every agent: for the floor, and for agents to see who could take a call. */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMIN})
    public List<AgentView> everyone() {
        Map<String, Presence> known =
                presences.all().stream().collect(Collectors.toMap(Presence::login, Function.identity()));
        return users.all().stream()
                .filter(u -> u.roles().contains(Role.AGENT))
                .map(u -> presences.view(u, known.get(u.login())))
                .toList();
    }

    /**
     * Signs somebody out of the phone, who is told by whom. One who is signed out stays so.
     *
     * @throws Refusal {@code agent.on-call} with the name while a call is up, {@code user.unknown}
     */
    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    public AgentView free(String login) {
        UserView user = users.find(login).orElseThrow(() -> new Refusal("user.unknown", login));
        Presence presence = presences.locked(login);
        if (presence == null || presence.endpoint() == null) {
            return presences.view(user, presence);
        }
        if (!Attendance.isFree(presence)) {
            throw new Refusal("agent.on-call", user.displayName());
        }
        Notice why = new Notice(Notice.Kind.FREED, users.me().displayName(), clock.instant());
        presence.signedOut(why, clock.instant());
        return presences.changed(presence);
    }

    /** The phone where the agent sits; empty when signed out. */
    public Optional<Extension> seatOf(String login) {
        return Optional.ofNullable(presences.find(login))
                .map(Presence::endpoint)
                .map(Extension::new);
    }

    /** Whether the agent's phone is one of this PBX. */
    public boolean sitsAt(String login, PbxId pbx) {
        return seatOf(login).filter(seat -> phones.pbxOf(seat).equals(pbx)).isPresent();
    }

    /**
     * Who sits at the phones now and until the transaction ends: logins, whoever's own the phone is, without those where nobody
     * sits. One statement at most.
     */
    @RolesAllowed(Role.TELEPHONY)
    public Map<Phone, String> at(Collection<Phone> asked) {
        Map<String, Phone> byText = asked.stream().collect(Collectors.toMap(phones::textOf, Function.identity()));
        return presences.lockedAt(byText.keySet()).stream()
                .collect(Collectors.toMap(p -> Objects.requireNonNull(byText.get(p.endpoint())), Presence::login));
    }

    /**
     * What agents' phones did, in order; each agent's last state is announced. When one talks it is planned, by the rules of the
     * call's queue, what comes after; a ready agent who missed a call becomes what the admin chose. One query for all, and one
     * flush.
     */
    @RolesAllowed(Role.TELEPHONY)
    public void phones(List<PhoneMove> moves) {
        Map<String, Presence> touched =
                presences.locked(moves.stream().map(PhoneMove::login).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Presence::login, Function.identity()));
        Set<Presence> changed = new LinkedHashSet<>();
        for (PhoneMove move : moves) {
            Presence presence = touched.computeIfAbsent(move.login(), presences::of);
            if (move(presence, move)) {
                changed.add(presence);
            }
        }
        presences.changed(changed);
    }

    private boolean move(Presence presence, PhoneMove move) {
        Instant now = clock.instant();
        AnsweredCall call = move.call();
        if (call != null) {
            presence.talks(call.call(), planned(call), now);
            return true;
        }
        boolean changed = presence.phone(move.state(), now);
        if (move.missed()) {
            presence.missed(queues.telephony().missedCall() == MissedCallRule.PAUSE, now);
        }
        return changed || move.missed();
    }

    private @Nullable AfterCall planned(AnsweredCall call) {
        String queue = call.queue();
        AfterCallRule rule = queue == null ? AfterCallRule.NONE : queues.afterCall(queue);
        return queue == null || rule.mode() == AfterCallMode.NONE
                ? null
                : new AfterCall(call.call(), queue, call.channel(), rule);
    }

    /** Phones can be reached, or cannot; each as it is said last. One query, and another with one flush where that is news. */
    @RolesAllowed(Role.TELEPHONY)
    public void devices(Map<Phone, Boolean> said) {
        Map<String, Boolean> reachable = new LinkedHashMap<>();
        said.forEach((phone, there) -> reachable.put(phones.textOf(phone), there));
        List<String> news = presences.at(reachable.keySet()).stream()
                .filter(p -> p.isReachable() != isThere(reachable, p))
                .map(Presence::login)
                .toList();
        presences.changed(presences.locked(news).stream()
                .filter(p -> p.reachable(isThere(reachable, p), clock.instant()))
                .toList());
    }

    private static boolean isThere(Map<String, Boolean> reachable, Presence presence) {
        return reachable.getOrDefault(presence.endpoint(), presence.isReachable());
    }

    /** A PBX is in step again: whose places in its queues are not as wished has them told anew, for it may have restarted. */
    @RolesAllowed(Role.TELEPHONY)
    public void members(QueueMembers found) {
        seats.compare(found);
    }

    private AgentView wish(Wish wish, @Nullable PauseReason reason, @Nullable String typed) {
        UserView me = users.me();
        Presence presence = presences.of(me.login());
        Extension extension = seating.wanted(me, presence, typed);
        seating.sit(me, presence, extension);
        presence.wish(wish, reason, clock.instant());
        try {
            return presences.changed(presence);
        } catch (PersistenceException e) {
            // somebody else sat down there in the same moment
            throw new Refusal("agent.extension.just-taken", extension.number());
        }
    }
}
