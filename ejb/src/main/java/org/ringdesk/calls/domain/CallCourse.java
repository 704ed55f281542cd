package org.ringdesk.calls.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.CallState;
import org.ringdesk.calls.domain.Second.Kind;
import org.ringdesk.calls.domain.Second.Stage;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallEvent.Direction;
import org.ringdesk.cti.CallEvent.QueueExit;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.Leg;

/** What each fact does to a call: who has it, who else is in it, where it waits. Does not know screens or phones' states. */
public final class CallCourse {
    private final CallRecord call;
    private final House house;

    private CallCourse(CallRecord call, House house) {
        this.call = call;
        this.house = house;
    }

    /** Facts that are not the record's business change nothing. */
    public static void take(CallRecord call, CallEvent fact, House house) {
        new CallCourse(call, house).take(fact);
    }

    private void take(CallEvent fact) {
        if (fact instanceof CallEvent.Started s) {
            started(s);
        } else if (fact instanceof CallEvent.QueueJoined q) {
            waits(q);
        } else if (fact instanceof CallEvent.QueueLeft q) {
            if (q.how() != QueueExit.CONNECTED && isAsked(Kind.QUEUE)) {
                call.alone();
            }
        } else if (fact instanceof CallEvent.Ringing r) {
            rings(r);
        } else if (fact instanceof CallEvent.RingEnded r) {
            ringEnded(r);
        } else if (fact instanceof CallEvent.Talking t) {
            talks(t);
        } else if (fact instanceof CallEvent.Held h) {
            held(h.by(), true);
        } else if (fact instanceof CallEvent.Resumed r) {
            held(r.by(), false);
        } else {
            movesOn(fact);
        }
    }

    private void movesOn(CallEvent fact) {
        if (fact instanceof CallEvent.Transferred t) {
            transferred(t);
        } else if (fact instanceof CallEvent.Parked p) {
            call.parks(p.space(), p.at());
        } else if (fact instanceof CallEvent.Unparked) {
            call.unparks();
        } else if (fact instanceof CallEvent.ConferenceJoined j) {
            joined(j.who());
        } else if (fact instanceof CallEvent.ConferenceLeft l) {
            gone(l.who(), l);
        } else if (fact instanceof CallEvent.LegLeft l) {
            gone(l.leg(), l);
        } else if (fact instanceof CallEvent.Ended e) {
            call.ends(e.reason(), e.at());
        }
    }

    private void started(CallEvent.Started fact) {
        if (fact.direction() == Direction.INBOUND) {
            call.otherAt(fact.first().channel());
        } else {
            house.loginAt(fact.first())
                    .ifPresent(login -> call.dials(login, fact.first().channel()));
        }
    }

    /** While the customer is held it is the agent, asking a queue, who waits in it. */
    private void waits(CallEvent.QueueJoined fact) {
        if (call.agent() == null) {
            call.waits(fact.queue());
        } else if (call.state() == CallState.HELD && call.second() == null) {
            call.asks(Second.ringing(Kind.QUEUE, null, fact.queue(), null), Map.of(), fact.at());
        }
    }

    private boolean isAsked(Kind kind) {
        Second second = call.second();
        return second != null && second.is(kind) && second.stage() == Stage.RINGING;
    }

    private void rings(CallEvent.Ringing fact) {
        Map<String, String> phones = new LinkedHashMap<>();
        fact.targets().forEach(leg -> house.loginAt(leg).ifPresent(login -> phones.put(login, leg.channel())));
        boolean askedByAgent = call.agent() != null && fact.from().channel().equals(call.agentChannel());
        if (!askedByAgent) {
            call.rings(phones, fact.queue(), fact.at());
            return;
        }
        Leg first = fact.targets().get(0);
        if (call.answeredAt() != null) {
            call.asks(second(Kind.CONSULT, fact, first), phones, fact.at());
        } else if (!phones.isEmpty()) {
            call.asks(second(Kind.PEER, fact, first), phones, fact.at());
        } else {
            call.otherAt(first.channel());
        }
    }

    private Second second(Kind kind, CallEvent.Ringing fact, Leg first) {
        if (fact.queue() != null) {
            return Second.ringing(Kind.QUEUE, null, fact.queue(), null);
        }
        boolean one = fact.targets().size() == 1;
        String login = one ? house.loginAt(first).orElse(null) : null;
        return Second.ringing(kind, login, first.endpoint(), one ? first.channel() : null);
    }

    /** What was answered goes on ringing until they talk: the one fact follows the other at once. */
    private void ringEnded(CallEvent.RingEnded fact) {
        if (fact.reason() == EndReason.ANSWER) {
            return;
        }
        String channel = fact.target().channel();
        house.loginAt(fact.target()).ifPresent(login -> call.stopsRinging(login, channel));
        Second second = call.second();
        if (second != null && second.stage() == Stage.RINGING && rangLast(second, channel)) {
            call.alone();
        }
    }

    /**
     * Where several were rung nobody is left, unless a queue goes on to ring others; what a consultation before left behind says
     * nothing of this one.
     */
    private boolean rangLast(Second second, String channel) {
        if (second.is(Kind.QUEUE)) {
            return false;
        }
        return second.channel() == null ? call.ringing().isEmpty() : second.isAt(channel);
    }

    private void talks(CallEvent.Talking fact) {
        Leg own = at(fact, call.agentChannel());
        if (own != null) {
            talksWith(own, own == fact.a() ? fact.b() : fact.a(), fact);
            return;
        }
        Second second = call.second();
        Leg their = second == null ? null : at(fact, second.channel());
        Leg theirs = their == null ? agentOf(fact) : their;
        String login = theirs == null ? null : house.loginAt(theirs).orElse(null);
        if (theirs == null || login == null) {
            call.talksOutside(fact.at());
        } else {
            call.otherAt((theirs == fact.a() ? fact.b() : fact.a()).channel());
            call.talks(login, theirs.channel(), fact.at());
        }
    }

    private void talksWith(Leg own, Leg other, CallEvent.Talking fact) {
        Second second = call.second();
        String login = house.loginAt(other).orElse(null);
        boolean theSecond = second != null
                && (second.isAt(other.channel())
                        || second.channel() == null && !other.channel().equals(call.otherChannel()));
        if (second != null && theSecond) {
            call.talksWithSecond(second.talks(login, other.channel()), fact.at());
        } else if (login != null && call.otherChannel() == null) {
            call.talksWithSecond(
                    Second.of(Kind.PEER, Stage.TALKING, login, other.endpoint(), other.channel()), fact.at());
        } else {
            call.otherAt(other.channel());
            call.talksWithCustomer(own.channel(), fact.at());
        }
    }

    private static @Nullable Leg at(CallEvent.Talking fact, @Nullable String channel) {
        if (fact.a().channel().equals(channel)) {
            return fact.a();
        }
        return fact.b().channel().equals(channel) ? fact.b() : null;
    }

    /** Of two agents the called one. */
    private @Nullable Leg agentOf(CallEvent.Talking fact) {
        if (house.loginAt(fact.b()).isPresent()) {
            return fact.b();
        }
        return house.loginAt(fact.a()).isPresent() ? fact.a() : null;
    }

    /** Only the agent's own hold is one: who is kept waiting by the customer still talks. */
    private void held(Leg by, boolean now) {
        Second second = call.second();
        boolean asking = second != null && second.is(Kind.CONSULT) && second.stage() == Stage.TALKING;
        if (by.channel().equals(call.agentChannel()) && (now || !asking)) {
            call.held(now);
        }
    }

    private void transferred(CallEvent.Transferred fact) {
        String from = house.loginAt(fact.transferer()).orElse(null);
        if (from == null) {
            return;
        }
        Leg target = fact.target();
        String login = target == null ? null : house.loginAt(target).orElse(null);
        call.passes(from, login == null ? words(target) : login, fact.at());
        if (target != null && login != null && !call.ringing().containsKey(login)) {
            call.expects(login, target.channel(), fact.kind());
        }
    }

    private @Nullable String words(@Nullable Leg target) {
        Second second = call.second();
        if (second != null && second.login() == null) {
            return second.shown();
        }
        return target == null ? null : target.endpoint();
    }

    private void joined(Leg who) {
        Second second = call.second();
        if (who.channel().equals(call.agentChannel())) {
            return;
        }
        String login = house.loginAt(who).orElse(null);
        String shown = second != null && second.isAt(who.channel()) ? second.shown() : who.endpoint();
        call.joins(Second.of(Kind.CONFERENCE, Stage.TALKING, login, shown, who.channel()));
    }

    private void gone(Leg leg, CallEvent fact) {
        Second second = call.second();
        if (leg.channel().equals(call.agentChannel())) {
            call.leaves(fact.at());
        } else if (second != null && second.isAt(leg.channel())) {
            call.alone();
        } else {
            house.loginAt(leg).ifPresent(login -> call.stopsRinging(login, leg.channel()));
        }
    }
}
