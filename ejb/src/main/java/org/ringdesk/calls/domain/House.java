package org.ringdesk.calls.domain;

import java.util.Optional;
import org.ringdesk.cti.Leg;

/** Who of the house is at a phone. */
@FunctionalInterface
public interface House {
    Optional<String> loginAt(Leg leg);
}
