package org.ringdesk.web.systems;

import java.util.List;

/** A request that is not as it must be. */
class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;
    private final transient List<Fault> faults;
    private final transient List<Object> arguments;

    Rejected(Trouble trouble, List<Fault> faults, Object... arguments) {
        super(trouble.name());
        this.trouble = trouble;
        this.faults = List.copyOf(faults);
        this.arguments = List.of(arguments);
    }

    Rejected(Trouble trouble, Object... arguments) {
        this(trouble, List.of(), arguments);
    }

    Trouble trouble() {
        return trouble;
    }

    List<Fault> faults() {
        return faults;
    }

    List<Object> arguments() {
        return arguments;
    }
}
