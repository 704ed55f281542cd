package org.ringdesk.cti.phone;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone, or the world beyond the trunk, at an address of its own on loopback. It lets a call ring until it is told
 * otherwise, by its user, by NOTIFY ({@code talk} answers and resumes, {@code hold} holds) or by the caller's wish that it
 * answers by itself; while it is in a call it is busy to others, but for the trunk.
 */
public final class SipPhone implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;
    private static final Pattern BY_ITSELF =
            Pattern.compile("answer-after=0|auto-?answer|^auto$", Pattern.CASE_INSENSITIVE);

    /** What it does when it is called. */
    public enum Habit {
        RING,
        ANSWER,
        /** Do not disturb: it does not even ring. */
        BUSY
    }

    private final Line line;
    private final Map<String, SipCall> calls = new LinkedHashMap<>();
    private final String registration = Tokens.next();
    private int sequence;
    private Habit habit = Habit.RING;

    private SipPhone(Line line) {
        this.line = line;
        line.listen(this, this::asked);
    }

    /** A desk phone at 127.0.1.x, where x is the extension less 1000, with the PBX's port. It is not registered. */
    public static SipPhone desk(int pbxPort, String extension, String password) {
        String address = "127.0.1." + (Integer.parseInt(extension) - 1000);
        return new SipPhone(new Line(pbx(pbxPort), new InetSocketAddress(address, pbxPort), extension, password));
    }

    /** Everyone outside: a PBX knows its trunk by the address. */
    public static SipPhone trunk(int pbxPort) {
        return new SipPhone(new Line(pbx(pbxPort), new InetSocketAddress("127.0.0.2", pbxPort + 100), "trunk", null));
    }

    private static InetSocketAddress pbx(int port) {
        return new InetSocketAddress("127.0.0.1", port);
    }

    public SipPhone register() {
        register(3600);
        return this;
    }

    public void unregister() {
        register(0);
    }

    private void register(int seconds) {
        int[] status = new int[1];
        synchronized (this) {
            SipMessage register = SipMessage.request("REGISTER", line.registrar())
                    .with("From", line.self() + ";tag=" + Tokens.next())
                    .with("To", line.self())
                    .with("Call-ID", registration)
                    .with("CSeq", ++sequence + " REGISTER")
                    .with("Expires", String.valueOf(seconds));
            line.addContact(register);
            line.ask(register, answer -> {
                if (line.mayLogIn(register, answer)) {
                    line.ask(line.loggedIn(register, answer, ++sequence), again -> status[0] = again.status());
                } else {
                    status[0] = answer.status();
                }
            });
        }
        await("registration is answered", () -> status[0] >= 200);
        if (status[0] != 200) {
            throw new IllegalStateException(line.user() + " may not register: " + status[0]);
        }
    }

    /** What it does from the next call on. */
    public synchronized SipPhone when(Habit called) {
        habit = called;
        return this;
    }

    /** Dials from this phone. */
    public SipCall call(String number) {
        return call(number, line.self(), invite -> {});
    }

    /** Somebody outside calls; {@code name} is shown with the number. */
    public SipCall call(String number, String from, @Nullable String name) {
        String shown = name == null ? "" : '"' + name + "\" ";
        return call(number, shown + "<sip:" + from + "@127.0.0.2>", invite -> {});
    }

    /** Somebody outside calls who does not want to be known. */
    public SipCall callWithheld(String number) {
        return call(number, "\"Anonymous\" <sip:anonymous@anonymous.invalid>", invite -> invite.with("Privacy", "id"));
    }

    private synchronized SipCall call(String number, String from, Consumer<SipMessage> addition) {
        SipCall call = SipCall.dials(this, from, line.at(number), addition);
        calls.put(call.id(), call);
        return call;
    }

    /** Waits until it rings. */
    public SipCall ringing() {
        return in(SipCall.State.RINGING);
    }

    /** Waits until it has a call in that state; the latest of several. */
    public SipCall in(SipCall.State state) {
        await("it has a call that is " + state, () -> latest(state) != null);
        SipCall found;
        synchronized (this) {
            found = latest(state);
        }
        if (found == null) {
            throw new IllegalStateException(line.user() + ": it was " + state + " for a moment only");
        }
        return found;
    }

    private @Nullable SipCall latest(SipCall.State state) {
        SipCall latest = null;
        for (SipCall call : calls.values()) {
            latest = call.state() == state ? call : latest;
        }
        return latest;
    }

    public synchronized boolean idle() {
        return calls.isEmpty();
    }

    /** Waits until every call of it is over. */
    public void awaitIdle() {
        await("it has no call", calls::isEmpty);
    }

    public synchronized void hangUp() {
        List.copyOf(calls.values()).forEach(SipCall::hangUp);
    }

    @Override
    public void close() {
        hangUp();
        line.close();
    }

    void forget(String callId) {
        calls.remove(callId);
    }

    Line line() {
        return line;
    }

    synchronized void await(String what, BooleanSupplier so) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!so.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException(this + " waited in vain until " + what);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void asked(SipMessage request) {
        SipCall call = calls.get(request.callId());
        if (request.method().equals("ACK")) {
            return;
        }
        if (request.method().equals("NOTIFY")) {
            line.reply(request, 200, "OK", "");
            wish(request.header("Event"));
        } else if (call != null) {
            call.asked(request);
        } else if (request.method().equals("INVITE")
                && SipMessage.parameter(request.header("To"), "tag").isEmpty()) {
            called(request);
        } else if (request.method().equals("OPTIONS")) {
            line.reply(request, 200, "OK", "");
        } else {
            line.reply(request, 481, "Call/Transaction Does Not Exist", "");
        }
    }

    private void called(SipMessage invite) {
        if (habit == Habit.BUSY || (line.isDesk() && !calls.isEmpty())) {
            line.reply(invite, 486, "Busy Here", "");
            return;
        }
        SipCall call = SipCall.rings(this, invite);
        calls.put(call.id(), call);
        boolean byItself = List.of("Call-Info", "Alert-Info", "Answer-Mode").stream()
                .flatMap(name -> invite.all(name).stream())
                .anyMatch(value -> BY_ITSELF.matcher(value).find());
        if (byItself || habit == Habit.ANSWER) {
            call.answer();
        }
    }

    private void wish(String event) {
        for (SipCall call : List.copyOf(calls.values())) {
            if (event.equals("talk")) {
                call.answer();
                call.change("sendrecv", SipCall.State.HELD, SipCall.State.TALKING);
            } else if (event.equals("hold")) {
                call.change("sendonly", SipCall.State.TALKING, SipCall.State.HELD);
            }
        }
    }

    /** Who it is, what it is in, and what it has said and heard. */
    @Override
    public synchronized String toString() {
        return line.user() + " with " + calls.values() + ":\n  " + String.join("\n  ", line.notes());
    }
}
