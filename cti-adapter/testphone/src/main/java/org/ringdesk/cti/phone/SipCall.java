package org.ringdesk.cti.phone;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call of a phone, from its first ring or its dialling to its end. For any thread. */
public final class SipCall {
    /** Where a call is, seen from this phone. */
    public enum State {
        CALLING,
        RINGING,
        TALKING,
        HELD,
        ENDED
    }

    private final SipPhone phone;
    private final Line line;
    private final Dialog dialog;
    private final Sound sound;
    private final boolean incoming;
    /** The INVITE that began it. */
    private SipMessage invite;

    private State state;
    private int status;
    private @Nullable SipMessage lastReply;

    private SipCall(SipPhone phone, SipMessage invite, boolean incoming) {
        this.phone = phone;
        this.line = phone.line();
        this.invite = invite;
        this.dialog = incoming ? Dialog.answering(invite) : Dialog.beginning(invite);
        this.incoming = incoming;
        this.sound = new Sound(line.address());
        this.state = incoming ? State.RINGING : State.CALLING;
    }

    static SipCall rings(SipPhone phone, SipMessage invite) {
        SipCall call = new SipCall(phone, invite, true);
        call.sound.understand(invite.body());
        call.reply(180, "Ringing", false);
        return call;
    }

    static SipCall dials(SipPhone phone, String from, String uri, Consumer<SipMessage> addition) {
        SipMessage invite = SipMessage.request("INVITE", uri)
                .with("From", from + ";tag=" + Tokens.next())
                .with("To", '<' + uri + '>')
                .with("Call-ID", Tokens.next())
                .with("CSeq", "1 INVITE");
        SipCall call = new SipCall(phone, invite, false);
        addition.accept(invite);
        call.line.addContact(invite);
        invite.body("application/sdp", call.sound.describe("sendrecv"));
        call.line.ask(invite, call::answered);
        return call;
    }

    String id() {
        return invite.callId();
    }

    public State state() {
        synchronized (phone) {
            return state;
        }
    }

    /** The status with which a call that we began was refused, 0 when it was not. */
    public int refusal() {
        synchronized (phone) {
            return status >= 300 ? status : 0;
        }
    }

    /** The keys that the other side pressed. */
    public String digits() {
        return sound.digits();
    }

    /** Whether the other side, or music for who waits, was to be heard in the last moment; a phone that is not held can be. */
    public boolean hearsSomebody() {
        return sound.heardJustNow();
    }

    /** Waits for one of the states. */
    public SipCall await(State... any) {
        Set<State> wanted = Set.of(any);
        phone.await("a call is " + Arrays.toString(any), () -> wanted.contains(state));
        return this;
    }

    public SipCall answer() {
        synchronized (phone) {
            if (incoming && state == State.RINGING) {
                reply(200, "OK", true);
                now(State.TALKING);
            }
            return this;
        }
    }

    public void busy() {
        refuse(486, "Busy Here");
    }

    public void reject() {
        refuse(603, "Decline");
    }

    private void refuse(int code, String words) {
        synchronized (phone) {
            if (incoming && state == State.RINGING) {
                reply(code, words, false);
                now(State.ENDED);
            }
        }
    }

    /** The other side waits; done when the PBX took it. */
    public SipCall hold() {
        change("sendonly", State.TALKING, State.HELD);
        return await(State.HELD);
    }

    public SipCall resume() {
        change("sendrecv", State.HELD, State.TALKING);
        return await(State.TALKING);
    }

    /** Begins a change and does not wait for it, as the phone does by itself. */
    void change(String way, State from, State to) {
        synchronized (phone) {
            if (state != from) {
                return;
            }
            SipMessage again = dialog.request("INVITE");
            line.addContact(again);
            again.body("application/sdp", sound.describe(way));
            line.ask(again, answer -> {
                if (answer.status() >= 200) {
                    dialog.acknowledge(line, again, answer);
                }
                if (answer.status() / 100 == 2 && state == from) {
                    now(to);
                }
            });
        }
    }

    /** Presses keys, told by INFO. */
    public void press(String keys) {
        for (char key : keys.toCharArray()) {
            synchronized (phone) {
                line.ask(
                        dialog.request("INFO").body("application/dtmf-relay", "Signal=" + key + "\r\nDuration=100\r\n"),
                        answer -> {});
            }
        }
    }

    /** Ends it, however far it is. */
    public void hangUp() {
        synchronized (phone) {
            if (state == State.ENDED) {
                return;
            }
            if (state == State.TALKING || state == State.HELD) {
                line.ask(dialog.request("BYE"), answer -> {});
                now(State.ENDED);
            } else if (incoming) {
                refuse(480, "Temporarily Unavailable");
            } else {
                SipMessage cancel = SipMessage.request("CANCEL", invite.uri())
                        .likewise(invite, "Via")
                        .likewise(invite, "From")
                        .likewise(invite, "To")
                        .likewise(invite, "Call-ID")
                        .with("CSeq", invite.sequence() + " CANCEL");
                line.send(cancel);
            }
        }
    }

    /** What the PBX says to the INVITE that we sent. */
    private void answered(SipMessage answer) {
        status = answer.status();
        if (status < 200) {
            now(status == 100 ? state : State.RINGING);
        } else if (status < 300) {
            dialog.confirmed(answer);
            sound.understand(answer.body());
            dialog.acknowledge(line, invite, answer);
            now(State.TALKING);
        } else if (line.mayLogIn(invite, answer)) {
            dialog.acknowledge(line, invite, answer);
            invite = line.loggedIn(invite, answer, dialog.next());
            line.ask(invite, this::answered);
        } else {
            dialog.acknowledge(line, invite, answer);
            now(State.ENDED);
        }
    }

    /** A request of the PBX about this call. */
    void asked(SipMessage request) {
        switch (request.method()) {
            case "INVITE" -> invited(request);
            case "CANCEL" -> {
                line.reply(request, 200, "OK", "");
                if (incoming && state == State.RINGING) {
                    reply(487, "Request Terminated", false);
                    now(State.ENDED);
                }
            }
            case "BYE" -> {
                line.reply(request, 200, "OK", "");
                now(State.ENDED);
            }
            default -> line.reply(request, 200, "OK", "");
        }
    }

    private void invited(SipMessage request) {
        if (request.branch().equals(invite.branch()) && lastReply != null) {
            line.send(lastReply);
            return;
        }
        sound.understand(request.body());
        line.reply(request, 200, "OK", sound.describe(state == State.HELD ? "sendonly" : "sendrecv"));
    }

    private void reply(int code, String words, boolean withSound) {
        lastReply = line.reply(invite, code, words, withSound ? sound.describe("sendrecv") : "", dialog.ourTag());
    }

    private void now(State next) {
        if (state != State.ENDED) {
            line.note("call " + next);
            state = next;
        }
        if (state == State.ENDED) {
            sound.close();
            phone.forget(id());
        }
        phone.notifyAll();
    }

    @Override
    public String toString() {
        return id() + ' ' + state;
    }
}
