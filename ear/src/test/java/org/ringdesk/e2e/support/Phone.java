package org.ringdesk.e2e.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An agent's desk phone; registered and ready to be called from when it is made, until it is closed. */
public final class Phone implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(20);

    private final Script script;

    private Phone(Pbx pbx, String extension, String... behaviour) {
        List<String> arguments =
                new ArrayList<>(List.of(extension, "--run", pbx.run().toString()));
        arguments.addAll(List.of(behaviour));
        script = Script.begin(pbx.run().resolve("phone-" + extension + ".out"), "phone", arguments);
        try {
            script.awaitWords(extension + " is ready", READY);
        } catch (RuntimeException e) {
            script.close();
            throw e;
        }
    }

    /** Its user picks it up after it has rung so long. */
    public static Phone answering(Pbx pbx, String extension, Duration after) {
        return new Phone(pbx, extension, "--auto-answer-after", String.valueOf(after.toMillis()));
    }

    /** Rings and rings, unless the PBX sends it NOTIFY "talk". */
    public static Phone silent(Pbx pbx, String extension) {
        return new Phone(pbx, extension, "--no-answer");
    }

    public static Phone rejecting(Pbx pbx, String extension) {
        return new Phone(pbx, extension, "--reject");
    }

    /** Its user ends the call that is on; the phone stays. */
    public void hangUp() {
        script.signal("USR1");
    }

    @Override
    public void close() {
        script.close();
    }
}
