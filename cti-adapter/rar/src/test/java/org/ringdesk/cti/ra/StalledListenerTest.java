package org.ringdesk.cti.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.PbxId;
import org.ringdesk.cti.ami.Dialplan;
import org.ringdesk.cti.ami.Login;
import org.ringdesk.cti.ami.PbxLink;
import org.ringdesk.cti.ami.PbxSettings;
import org.ringdesk.cti.ami.Sequence;
import org.ringdesk.cti.ami.SystemLine;
import org.ringdesk.cti.ami.Timing;
import org.ringdesk.cti.call.Trunks;
import org.ringdesk.cti.fake.FakePbx;

/** A listener that takes nothing for a while, as with a database that stands still, from the wire to the listener. */
class StalledListenerTest {
    private static final int CALLS = 10_000;

    private final FakePbx pbx = FakePbx.start();
    private final RecordingEndpoints endpoints = new RecordingEndpoints();
    private final Deliveries deliveries = new Deliveries(endpoints);
    private final PbxLink link = link();
    private final Thread delivering = new Thread(deliveries, "deliveries-under-test");
    private final Thread following = new Thread(link, "link-under-test");

    StalledListenerTest() throws IOException {
        // the fields start the PBX
    }

    private PbxLink link() {
        PbxSettings settings = new PbxSettings(
                new PbxId("main"),
                "127.0.0.1",
                pbx.port(),
                false,
                new Login(FakePbx.USER, FakePbx.PASSWORD),
                Login.NONE,
                Trunks.common(),
                Dialplan.STANDARD,
                null);
        return new PbxLink(
                settings,
                new SystemLine(settings, Timing.STANDARD),
                Timing.STANDARD,
                Clock.systemUTC(),
                new Sequence(Clock.systemUTC()),
                deliveries);
    }

    @AfterEach
    void stop() throws Exception {
        endpoints.stall(false);
        link.stop();
        deliveries.stop();
        following.join(5_000);
        delivering.join(5_000);
        pbx.close();
    }

    @Test
    void everyEventOfABurstIsTakenInOrderWhenItGoesOnAndTheLinkHolds() {
        delivering.start();
        following.start();
        await().until(() -> link.state() == LinkState.LIVE && deliveries.backlog() == 0);
        int before = endpoints.taken().size();
        endpoints.stall(true);
        for (int n = 1; n <= CALLS; n++) {
            String channel = "Channel: PJSIP/trunk-" + n + "\r\nChannelState: 4\r\nUniqueid: 1." + n
                    + "\r\nLinkedid: 1." + n + "\r\n";
            pbx.say("Event: Newchannel\r\nExten: 493023125100\r\n" + channel + "\r\nEvent: Hangup\r\nCause: 16\r\n"
                    + channel + "\r\n");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> deliveries.backlog() >= 2 * CALLS);
        assertThat(endpoints.taken()).hasSize(before);
        assertThat(link.state()).isEqualTo(LinkState.LIVE);

        endpoints.stall(false);
        await().atMost(Duration.ofSeconds(30)).until(() -> deliveries.backlog() == 0);
        assertThat(endpoints.taken()).hasSize(before + 2 * CALLS).isSorted();
        assertThat(link.connections()).isEqualTo(1);
    }
}
