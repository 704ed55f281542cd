package org.ringdesk.cti.real;

import static org.ringdesk.cti.real.Stage.ORDERS;

import org.junit.jupiter.api.Test;
import org.ringdesk.cti.Destination;
import org.ringdesk.cti.phone.SipCall;
import org.ringdesk.cti.phone.SipPhone;

/** Calls, queues, hold, transfers: what every version tells in the same way. */
abstract class CallsOnEveryAsterisk {
    final Stage stage;

    CallsOnEveryAsterisk(Stage stage) {
        this.stage = stage;
    }

    @Test
    void answeredAndEnded() {
        stage.talks("Jane", "1001").hangUp();
        stage.facts.tellsOfTalk("Jane", "1001", "? 1001 gone", "ended completed by Jane");
    }

    @Test
    void givesUpWhileAPhoneRings() {
        SipPhone agent = stage.ready("1001", "orders-de");
        SipCall jane = stage.calls("Jane", ORDERS);
        stage.facts.await("1001 rings for Jane of orders-de");
        jane.hangUp();
        agent.awaitIdle();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "~ 1001 rings no more: cancelled",
                "left orders-de abandoned",
                "ended completed by Jane");
    }

    @Test
    void twoWaitAndAreServedInOrder() {
        SipCall jane = stage.calls("Jane", ORDERS);
        stage.facts.await("waits in orders-de at 1");
        SipCall bob = stage.calls("Bob", ORDERS);
        stage.facts.await("2: waits in orders-de at 2");
        stage.ready("1001", "orders-de");
        stage.rings("1001").answer();
        stage.facts.await("Jane talks with 1001");
        jane.hangUp();
        stage.rings("1001").answer();
        stage.facts.await("2: Bob talks with 1001");
        bob.hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "2: inbound call by Bob to +493023125100",
                "2: waits in orders-de at 2",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "Jane talks with 1001",
                "? 1001 gone",
                "ended completed by Jane",
                "2: 1001 rings for Bob of orders-de",
                "2: 1001 rings no more: answer",
                "2: left orders-de connected",
                "2: Bob talks with 1001",
                "? 2: 1001 gone",
                "2: ended completed by Bob");
    }

    @Test
    void isAnsweredHeldAndResumedFromThePage() {
        SipPhone agent = stage.ready("1001", "orders-de");
        SipCall jane = stage.calls("Jane", ORDERS);
        agent.ringing();
        stage.facts.await("1001 rings for Jane of orders-de");
        stage.commands.phones().answer(stage.channel("1001"));
        stage.facts.await("Jane talks with 1001");
        stage.commands.phones().hold(stage.channel("1001"));
        stage.facts.await("held by 1001");
        agent.in(SipCall.State.HELD);
        stage.commands.phones().resume(stage.channel("1001"));
        stage.facts.await("resumed by 1001");
        agent.in(SipCall.State.TALKING);
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane", "1001", "held by 1001", "resumed by 1001", "? 1001 gone", "ended completed by Jane");
    }

    @Test
    void blindToAnAgent() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.calls().transfer(stage.channel("1001"), new Destination.Number("1002"));
        stage.rings("1002").answer();
        stage.facts.await("Jane talks with 1002");
        stage.facts.await("1001 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "~ 1001 gone",
                "blind transfer by 1001 to 1002",
                "1002 rings for Jane",
                "1002 rings no more: answer",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void blindToAQueue() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.ready("1002", "service-de");
        stage.commands.calls().transfer(stage.channel("1001"), new Destination.Queue("service-de"));
        stage.rings("1002").answer();
        stage.facts.await("Jane talks with 1002");
        stage.facts.await("1001 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "~ 1001 gone",
                "blind transfer by 1001 to nobody",
                "waits in service-de at 1",
                "1002 rings for Jane of service-de",
                "1002 rings no more: answer",
                "left service-de connected",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void completedAfterAWord() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.consults().begin(stage.channel("1001"), new Destination.Number("1002"));
        stage.rings("1002").answer();
        stage.facts.await("1001 talks with 1002");
        stage.commands.consults().complete(stage.channel("1001"));
        stage.facts.await("Jane talks with 1002");
        stage.facts.await("1001 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "held by 1001",
                "1002 rings for 1001",
                "1002 rings no more: answer",
                "1001 talks with 1002",
                "attended transfer by 1001 to 1002",
                "~ 1001 gone",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void cancelledAfterAWord() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.consults().begin(stage.channel("1001"), new Destination.Number("1002"));
        stage.rings("1002").answer();
        stage.facts.await("1001 talks with 1002");
        stage.commands.consults().cancel(stage.channel("1001"));
        stage.facts.await("resumed by 1001");
        stage.facts.await("1002 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "held by 1001",
                "1002 rings for 1001",
                "1002 rings no more: answer",
                "1001 talks with 1002",
                "~ 1002 gone",
                "Jane talks with 1001",
                "resumed by 1001",
                "? 1001 gone",
                "ended completed by Jane");
    }
}
