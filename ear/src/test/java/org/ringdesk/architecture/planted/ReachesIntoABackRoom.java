package org.ringdesk.architecture.planted;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ringdesk.calls.domain.CallRecord;

/** Stands for a screen that reads an entity, and for an amount without a scale. */
@jakarta.persistence.Entity
public class ReachesIntoABackRoom {
    @Nullable
    CallRecord call;

    @Nullable
    BigDecimal amount;
}
