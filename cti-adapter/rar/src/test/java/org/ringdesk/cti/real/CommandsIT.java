package org.ringdesk.cti.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringdesk.cti.real.Stage.ORDERS;

import org.junit.jupiter.api.Test;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.CallId;
import org.ringdesk.cti.phone.SipCall;
import org.ringdesk.cti.phone.SipPhone;

/** What an agent does from the page: the desk phone does as it is told. */
@OnAsterisk(22)
class CommandsIT {
    private final Stage stage;

    CommandsIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aRingingPhoneIsAnswered() {
        SipPhone agent = stage.ready("1001", "orders-de");
        SipCall jane = stage.calls("Jane", ORDERS);
        agent.ringing();
        stage.facts.await("1001 rings for Jane of orders-de");
        stage.commands.phones().answer(stage.channel("1001"));
        stage.facts.await("Jane talks with 1001");
        stage.commands.calls().hangUp(stage.channel("1001"));
        agent.awaitIdle();
        jane.await(SipCall.State.ENDED);
        stage.facts.tellsOfTalk("Jane", "1001", "? 1001 gone", "ended completed by 1001");
    }

    @Test
    void aRingingPhoneRejects() {
        SipPhone agent = stage.ready("1001", "orders-de");
        SipCall jane = stage.calls("Jane", ORDERS);
        agent.ringing();
        stage.facts.await("1001 rings for Jane of orders-de");
        stage.commands.calls().reject(stage.channel("1001"));
        stage.facts.await("1001 rings no more: rejected");
        stage.commands.queues().pause("PJSIP/1001", true, "not now");
        agent.awaitIdle();
        jane.hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: rejected",
                "left orders-de abandoned",
                "ended completed by Jane");
    }

    @Test
    void thePhoneDialsByItself() {
        stage.phone("1001");
        CallId call = stage.commands.dials().dial("PJSIP/1001", "+4930555555", null, true);
        stage.rings("outside").answer();
        stage.facts.await("1001 talks with outside");
        assertThat(stage.facts.last(CallEvent.Talking.class).call()).isEqualTo(call);
        stage.phone("1001").hangUp();
        stage.facts.tells(
                "outbound call by 1001 to null",
                "outside rings for 1001",
                "outside rings no more: answer",
                "1001 talks with outside",
                "? outside gone",
                "ended completed by 1001");
    }

    @Test
    void thePhoneRingsAndThenDials() {
        stage.commands.dials().dial("PJSIP/1001", "+4930555555", null, false);
        SipCall agents = stage.phone("1001").ringing().answer();
        stage.rings("outside").answer();
        stage.facts.await("1001 talks with outside");
        agents.hangUp();
        stage.facts.tells(
                "outbound call by 1001 to null",
                "outside rings for 1001",
                "outside rings no more: answer",
                "1001 talks with outside",
                "? outside gone",
                "ended completed by 1001");
    }

    @Test
    void keysAreHeardAtTheFarEnd() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.calls().sendDigits(stage.channel("1001"), "4711#");
        stage.facts.waitFor("keys: " + jane.digits(), () -> jane.digits().equals("4711#"));
        jane.hangUp();
        stage.facts.tellsOfTalk("Jane", "1001", "? 1001 gone", "ended completed by Jane");
    }

    @Test
    void aPhoneIsMutedAndIsNot() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.facts.waitFor("the agent is heard", jane::hearsSomebody);
        stage.commands.phones().mute(stage.channel("1001"), true);
        stage.facts.waitFor("the agent is not heard", () -> !jane.hearsSomebody());
        stage.commands.phones().mute(stage.channel("1001"), false);
        stage.facts.waitFor("the agent is heard again", jane::hearsSomebody);
        jane.hangUp();
        stage.facts.tellsOfTalk("Jane", "1001", "? 1001 gone", "ended completed by Jane");
    }

    @Test
    void aCallIsParkedAndRetrieved() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.calls().park(stage.channel("1001"));
        stage.phone("1001").awaitIdle();
        stage.facts.await("Jane parked at 701");
        String space = stage.facts.last(CallEvent.Parked.class).space();
        stage.commands.dials().retrieve("PJSIP/1002", space, true);
        stage.facts.await("Jane talks with 1002");
        stage.facts.await("1001 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "Jane parked at 701",
                "~ 1001 gone",
                "~ 2: outbound call by 1002 to null",
                "Jane taken by 1002",
                "merged",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void aCallThatRingsElsewhereIsPickedUp() {
        SipPhone agent = stage.ready("1001", "orders-de");
        SipCall jane = stage.calls("Jane", ORDERS);
        agent.ringing();
        stage.facts.await("1001 rings for Jane of orders-de");
        stage.commands.dials().pickUp("PJSIP/1002", "PJSIP/1001", true);
        stage.facts.await("Jane talks with 1002");
        agent.awaitIdle();
        jane.hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "2: outbound call by 1002 to null",
                "left orders-de connected",
                "~ merged",
                "~ 1001 rings no more: answered elsewhere",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }
}
