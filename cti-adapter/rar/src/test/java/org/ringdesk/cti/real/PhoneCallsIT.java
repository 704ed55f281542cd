package org.ringdesk.cti.real;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringdesk.cti.phone.SipCall;
import org.ringdesk.cti.phone.SipPhone;

/** What agents do at their desk phones: they call each other and the world, hold, refuse. */
@OnAsterisk(22)
class PhoneCallsIT {
    private final Stage stage;

    PhoneCallsIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void callEachOther() {
        SipCall call = stage.phone("1001").call("1002");
        stage.rings("1002").answer();
        stage.facts.await("1001 talks with 1002");
        call.hangUp();
        stage.facts.tells(
                "internal call by 1001 to 1002",
                "1002 rings for 1001",
                "1002 rings no more: answer",
                "1001 talks with 1002",
                "? 1002 gone",
                "ended completed by 1001");
    }

    @Test
    void callOutside() {
        stage.phone("1001").call("+4930555555");
        stage.rings("outside").answer();
        stage.facts.await("1001 talks with outside");
        stage.outside.hangUp();
        stage.facts.tells(
                "outbound call by 1001 to +4930555555",
                "outside rings for 1001",
                "outside rings no more: answer",
                "1001 talks with outside",
                "? outside gone",
                "ended completed by outside");
    }

    @Test
    void findOutsideBusy() {
        SipCall call = stage.phone("1001").call("+4930555555");
        stage.rings("outside").busy();
        call.await(SipCall.State.ENDED);
        stage.facts.tells(
                "outbound call by 1001 to +4930555555",
                "outside rings for 1001",
                "outside rings no more: busy",
                "ended busy by outside");
    }

    @Test
    void areRejected() {
        stage.phone("1001").call("1002").await(SipCall.State.RINGING);
        stage.rings("1002").reject();
        stage.facts.tells(
                "internal call by 1001 to 1002",
                "1002 rings for 1001",
                "1002 rings no more: rejected",
                "ended rejected by 1002");
    }

    @Test
    void areBusyWithoutRinging() {
        stage.phone("1002").when(SipPhone.Habit.BUSY);
        SipCall call = stage.phone("1001").call("1002").await(SipCall.State.ENDED);
        assertThat(call.refusal()).isEqualTo(486);
        stage.facts.tells("internal call by 1001 to 1002", "ended busy by 1002");
    }

    @Test
    void areNotThere() {
        stage.phone("1002").unregister();
        stage.phone("1001").call("1002").await(SipCall.State.ENDED);
        stage.phone("1002").register();
        stage.facts.tells("internal call by 1001 to 1002", "ended failed by nobody");
    }

    @Test
    void giveUp() {
        SipCall call = stage.phone("1001").call("1002");
        stage.phone("1002").ringing();
        stage.facts.await("1002 rings for 1001");
        call.hangUp();
        stage.facts.tells(
                "internal call by 1001 to 1002",
                "1002 rings for 1001",
                "1002 rings no more: cancelled",
                "ended cancelled by 1001");
    }

    @Test
    void holdAndResume() {
        SipCall jane = stage.talks("Jane", "1001");
        SipCall agents = stage.phone("1001").in(SipCall.State.TALKING).hold();
        stage.facts.await("held by 1001");
        agents.resume();
        stage.facts.await("resumed by 1001");
        jane.hold();
        stage.facts.await("held by Jane");
        jane.resume();
        stage.facts.await("resumed by Jane");
        jane.hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "Jane talks with 1001",
                "held by 1001",
                "resumed by 1001",
                "held by Jane",
                "resumed by Jane",
                "? 1001 gone",
                "ended completed by Jane");
    }
}
