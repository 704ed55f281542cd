package org.ringdesk.cti.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ringdesk.cti.real.Stage.ORDERS;
import static org.ringdesk.cti.real.Stage.SERVICE;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.EndReason;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.phone.SipCall;
import org.ringdesk.cti.phone.SipPhone;

/** The PBX is away, the cable is cut, the line goes dead; calls begin and end meanwhile. */
@OnAsterisk(22)
class LinkIT {
    private static final Duration BACK_AGAIN = Duration.ofSeconds(30);

    private final Stage stage;

    LinkIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void thePbxDiesWithCallsUpAndComesBack() {
        stage.gap();
        SipCall jane = stage.talks("Jane", "1001");
        SipCall bob = stage.calls("Bob", ORDERS);
        stage.facts.await("2: waits in orders-de at 1");
        stage.pbx.kill();
        stage.facts.awaitState(LinkState.CONNECTING);
        stage.pbx.start();
        stage.facts.waitFor("live again", BACK_AGAIN, () -> stage.facts.state() == LinkState.LIVE);
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "Jane talks with 1001",
                "2: inbound call by Bob to +493023125100",
                "2: waits in orders-de at 1",
                "~ ended lost by nobody",
                "~ 2: left orders-de left",
                "~ 2: ended lost by nobody");
        stage.phone("1001").hangUp();
        jane.hangUp();
        bob.hangUp();

        stage.facts.begin();
        stage.register();
        SipCall carol = stage.talks("Carol", "1001");
        carol.hangUp();
        stage.facts.tells(
                "inbound call by Carol to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Carol of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "Carol talks with 1001",
                "? 1001 gone",
                "ended completed by Carol");
    }

    @Test
    void theCableIsCutForTenSeconds() throws IOException {
        stage.gap();
        SipCall jane = stage.talks("Jane", "1001");
        SipCall bob = stage.calls("Bob", ORDERS);
        stage.facts.await("2: waits in orders-de at 1");
        stage.cable.cut();
        Instant cut = Instant.now();
        stage.facts.awaitState(LinkState.CONNECTING);

        // one ends, one that waited is answered, one begins and stays, one begins and ends
        jane.hangUp();
        stage.phone("1001").ringing().answer();
        SipCall carol = stage.calls("Carol", ORDERS).await(SipCall.State.TALKING);
        stage.calls("Dave", ORDERS).await(SipCall.State.TALKING).hangUp();
        SipPhone other = stage.ready("1002", "service-de");
        SipCall eve = stage.calls("Eve", SERVICE);
        other.ringing().answer();
        stage.pbx.awaitQueueLog("service-de\\|.*\\|CONNECT");
        eve.hangUp();
        other.awaitIdle();
        await().atMost(Duration.ofSeconds(12))
                .until(() -> Duration.between(cut, Instant.now()).toSeconds() >= 10);
        stage.cable.mend();
        stage.facts.waitFor("live again", BACK_AGAIN, () -> stage.facts.state() == LinkState.LIVE);
        bob.hangUp();
        stage.rings("1001").answer();
        stage.facts.await("5: Carol talks with 1001");
        carol.hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "Jane talks with 1001",
                "2: inbound call by Bob to +493023125100",
                "2: waits in orders-de at 1",
                "3: inbound call by +493023125704 to null",
                "3: waits in orders-de at 2",
                "3: left orders-de abandoned",
                "3: ended cancelled by +493023125704",
                "4: inbound call by +493023125705 to null",
                "4: waits in service-de at 1",
                "4: left service-de connected",
                "4: +493023125705 talks with 1002",
                "4: ended completed by +493023125705",
                "ended lost by nobody",
                "5: inbound call by Carol to +493023125100",
                "5: waits in orders-de at 1",
                "2: inbound call by Bob to +493023125100",
                "2: left orders-de connected",
                "2: Bob talks with 1001",
                "? 2: 1001 gone",
                "2: ended completed by Bob",
                "5: 1001 rings for Carol of orders-de",
                "5: 1001 rings no more: answer",
                "5: left orders-de connected",
                "5: Carol talks with 1001",
                "? 5: 1001 gone",
                "5: ended completed by Carol");
        assertThat(stage.facts.of(CallEvent.Ended.class).stream().map(CallEvent.Ended::reason))
                .contains(EndReason.LOST);
    }

    @Test
    void aLineThatIsDeadIsFoundWithinTenSeconds() {
        stage.gap();
        SipCall jane = stage.talks("Jane", "1001");
        stage.phone("1001").in(SipCall.State.TALKING).hold();
        stage.facts.await("held by 1001");
        stage.cable.die();
        Instant died = Instant.now();
        stage.facts.waitFor("found", Duration.ofSeconds(15), () -> stage.facts.state() == LinkState.CONNECTING);
        assertThat(Duration.between(died, Instant.now())).isLessThan(Duration.ofSeconds(10));
        stage.cable.mend();
        stage.facts.waitFor("live again", BACK_AGAIN, () -> stage.facts.state() == LinkState.LIVE);
        List<LinkChanged> changes = stage.facts.of(LinkChanged.class);
        assertThat(changes.stream().map(LinkChanged::state)).containsSubsequence(LinkState.CONNECTING, LinkState.LIVE);
        SipPhone agent = stage.phone("1001");
        jane.hangUp();
        agent.awaitIdle();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "Jane talks with 1001",
                "held by 1001",
                "inbound call by Jane to +493023125100",
                "Jane talks with 1001",
                "held by 1001",
                "? 1001 gone",
                "ended completed by Jane");
    }
}
