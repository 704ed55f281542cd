package org.ringdesk.calls.telephony;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.Queues;
import org.ringdesk.administration.WrapUpCode;
import org.ringdesk.agents.CallWrappedUp;
import org.ringdesk.calls.domain.CallWrapUp;
import org.ringdesk.calls.store.Calls;

/** Keeps with the call what an agent noted after it, in the transaction that ends the agent's work. */
@ApplicationScoped
public class WrapUpsOfCalls {
    @Inject
    private Calls calls;

    @Inject
    private Queues queues;

    void onWrapUp(@Observes CallWrappedUp done) {
        calls.add(new CallWrapUp(done, label(done)));
    }

    private @Nullable String label(CallWrappedUp done) {
        if (done.code() == null) {
            return null;
        }
        return queues.codes(done.queue(), done.channel()).stream()
                .filter(known -> known.code().equals(done.code()))
                .map(WrapUpCode::label)
                .findFirst()
                .orElse(done.code());
    }
}
