package org.ringdesk.e2e.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A call from outside, over the trunk, to one of the company's numbers. It goes on until either side ends it. */
public final class CallerCall implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Script script;

    private CallerCall(Pbx pbx, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("--run", pbx.run().toString()));
        all.addAll(arguments);
        script = Script.begin(pbx.run().resolve("call-" + NUMBER.incrementAndGet() + ".out"), "ring", all);
    }

    private CallerCall(Script script) {
        this.script = script;
    }

    static CallerCall of(Script script) {
        return new CallerCall(script);
    }

    /** Numbers as E.164, with the plus. */
    public static CallerCall begin(Pbx pbx, String caller, String dialled) {
        return new CallerCall(pbx, List.of(caller, "--did", dialled));
    }

    /** With the display name that the carrier sends along. */
    public static CallerCall begin(Pbx pbx, String caller, String name, String dialled) {
        return new CallerCall(pbx, List.of(caller, "--name", name, "--did", dialled));
    }

    public static CallerCall beginWithheld(Pbx pbx, String dialled) {
        return new CallerCall(pbx, List.of("--withheld", "--did", dialled));
    }

    /** The caller hangs up, answered or not; returns when the call is over. */
    public void hangUp() {
        script.close();
    }

    public boolean isOver() {
        return !script.isRunning();
    }

    /** Waits for the other side to end it; whether the PBX had taken the call and it ended properly. */
    public boolean awaitEnd(Duration deadline) {
        return script.awaitEnd(deadline) == 0;
    }

    @Override
    public void close() {
        script.close();
    }
}
