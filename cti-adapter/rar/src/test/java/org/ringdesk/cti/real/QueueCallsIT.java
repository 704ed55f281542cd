package org.ringdesk.cti.real;

import static org.ringdesk.cti.real.Stage.ORDERS;

import java.time.Duration;
import org.asteriskjava.manager.action.QueueChangePriorityCallerAction;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.phone.SipCall;
import org.ringdesk.cti.phone.SipPhone;

/** Customers call, wait, are answered or are not. */
@OnAsterisk(22)
class QueueCallsIT {
    private final Stage stage;

    QueueCallsIT(Stage stage) {
        this.stage = stage;
    }

    /** A caller goes before those who wait already, not only before those who come. */
    public static final class ComesFirst extends QueueChangePriorityCallerAction {
        private static final long serialVersionUID = 1L;

        ComesFirst(String queue, String channel) {
            super(queue, channel, 10);
        }

        public String getImmediate() {
            return "yes";
        }
    }

    @Test
    void answeredAndEndedByTheAgent() {
        stage.talks("Jane", "1001");
        stage.phone("1001").hangUp();
        stage.facts.tellsOfTalk("Jane", "1001", "? 1001 gone", "ended completed by 1001");
    }

    @Test
    void givesUpWhileWaiting() {
        SipCall jane = stage.calls("Jane", ORDERS);
        stage.facts.await("waits in orders-de at 1");
        jane.await(SipCall.State.TALKING).hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "left orders-de abandoned",
                "ended completed by Jane");
    }

    @Test
    void nobodyAnswersAndTheNextIsRung() {
        SipPhone first = stage.ready("1001", "orders-de");
        SipCall jane = stage.calls("Jane", ORDERS);
        first.ringing();
        SipPhone next = stage.ready("1002", "orders-de");
        stage.facts.await("1001 rings no more: no answer", Duration.ofSeconds(20));
        stage.commands.queues().pause("PJSIP/1001", true, "missed a call");
        stage.rings("1002").answer();
        stage.facts.await("Jane talks with 1002");
        jane.hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: no answer",
                "1002 rings for Jane of orders-de",
                "1002 rings no more: answer",
                "left orders-de connected",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void isRejectedAndRungAgain() {
        SipPhone agent = stage.ready("1001", "orders-de");
        SipCall jane = stage.calls("Jane", ORDERS);
        stage.rings("1001").reject();
        stage.facts.await("1001 rings no more: rejected");
        stage.rings("1001").answer();
        stage.facts.await("Jane talks with 1001");
        jane.hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: rejected",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "Jane talks with 1001",
                "? 1001 gone",
                "ended completed by Jane");
    }

    @Test
    void isBusyUntilItIsNoMore() {
        SipPhone agent = stage.ready("1001", "orders-de").when(SipPhone.Habit.BUSY);
        SipCall jane = stage.calls("Jane", ORDERS);
        stage.facts.await("waits in orders-de at 1");
        agent.when(SipPhone.Habit.RING);
        stage.rings("1001").answer();
        stage.facts.await("Jane talks with 1001");
        jane.hangUp();
        stage.facts.tellsOfTalk("Jane", "1001", "? 1001 gone", "ended completed by Jane");
    }

    @Test
    void twoWaitAndTheMoreUrgentIsServedFirst() {
        SipCall jane = stage.calls("Jane", ORDERS);
        stage.facts.await("waits in orders-de at 1");
        SipCall bob = stage.calls("Bob", ORDERS);
        stage.facts.await("2: waits in orders-de at 2");
        stage.manager.order(new ComesFirst("orders-de", stage.facts.channel("PJSIP/trunk")));
        stage.ready("1001", "orders-de");
        stage.rings("1001").answer();
        stage.facts.await("2: Bob talks with 1001");
        bob.hangUp();
        stage.rings("1001").answer();
        stage.facts.await("Jane talks with 1001");
        jane.hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "2: inbound call by Bob to +493023125100",
                "2: waits in orders-de at 2",
                "2: 1001 rings for Bob of orders-de",
                "2: 1001 rings no more: answer",
                "2: left orders-de connected",
                "2: Bob talks with 1001",
                "? 2: 1001 gone",
                "2: ended completed by Bob",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "Jane talks with 1001",
                "? 1001 gone",
                "ended completed by Jane");
    }

    @Test
    void waitsForAPhoneThatIsNotThere() {
        SipPhone agent = stage.ready("1001", "orders-de");
        agent.unregister();
        stage.facts.waitFor("the device is gone", () -> !stage.reachable("1001"));
        SipCall jane = stage.calls("Jane", ORDERS);
        stage.facts.await("waits in orders-de at 1");
        agent.register();
        stage.facts.waitFor("the device is there", () -> stage.reachable("1001"));
        stage.rings("1001").answer();
        stage.facts.await("Jane talks with 1001");
        jane.hangUp();
        stage.facts.tellsOfTalk("Jane", "1001", "? 1001 gone", "ended completed by Jane");
    }

    @Test
    void doesNotSayWhoCalls() {
        SipPhone agent = stage.ready("1001", "orders-de");
        SipCall nobody = stage.outside.callWithheld(ORDERS);
        stage.rings("1001").answer();
        stage.facts.await("withheld talks with 1001");
        nobody.hangUp();
        stage.facts.tells(
                "inbound call by withheld to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for withheld of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "withheld talks with 1001",
                "? 1001 gone",
                "ended completed by withheld");
    }
}
