package org.ringdesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.it.As.as;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ringdesk.calls.CallDesk;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.Caller;
import org.ringdesk.cti.CtiEvent;
import org.ringdesk.cti.Leg;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.PbxId;
import org.ringdesk.shared.Role;

/** Another server follows the PBX: its facts are news, whatever its clock says. */
class NextServerIT extends Deployed {
    private final PbxId pbx = new PbxId("next-" + UUID.randomUUID().toString().substring(0, 8));
    private final CallId call = new CallId(UUID.randomUUID());
    private long seq = 5_000_000;

    @Inject
    private CallDesk desk;

    @Test
    void theNextServerBeginsAboveTheHighestOfTheLast() throws Exception {
        assertThat(lastTaken()).isZero();
        link(LinkState.LIVE);
        assertThat(lastTaken()).isEqualTo(seq);
        started(call);
        assertThat(lastTaken()).isEqualTo(seq);
        seq = 1_000;
        started(call);
        assertThat(lastTaken()).as("an old fact").isGreaterThan(5_000_000);
    }

    private long lastTaken() throws Exception {
        return as("telephony", Role.TELEPHONY).call(() -> desk.lastTaken(pbx));
    }

    private void link(LinkState state) throws Exception {
        take(new LinkChanged(pbx, ++seq, Instant.now(), state, ""));
    }

    private void started(CallId call) throws Exception {
        take(new CallEvent.Started(
                pbx,
                ++seq,
                Instant.now(),
                call,
                CallEvent.Direction.INBOUND,
                new Leg("PJSIP/trunk-0000000a", "9.1", "PJSIP/trunk"),
                new Caller("+493023125042", "Anna", false),
                "+493023125100"));
    }

    private void take(CtiEvent event) throws Exception {
        as("telephony", Role.TELEPHONY).run(() -> desk.take(List.of(event)));
    }
}
