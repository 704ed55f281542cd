package org.ringdesk.cti.real;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.Destination;
import org.ringdesk.cti.phone.SipCall;

/** Calls are passed on, unannounced or after a word with who will have them. */
@OnAsterisk(22)
class TransfersIT {
    private final Stage stage;

    TransfersIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void blindToAnAgentWhoRejects() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.calls().transfer(stage.channel("1001"), new Destination.Number("1002"));
        stage.rings("1002").reject();
        jane.await(SipCall.State.ENDED);
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "~ 1001 gone",
                "blind transfer by 1001 to 1002",
                "1002 rings for Jane",
                "1002 rings no more: rejected",
                "ended rejected by 1002");
    }

    @Test
    void blindOutside() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.calls().transfer(stage.channel("1001"), new Destination.Number("+4930555555"));
        stage.rings("outside").answer();
        stage.facts.await("Jane talks with outside");
        stage.facts.await("1001 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "~ 1001 gone",
                "blind transfer by 1001 to outside",
                "outside rings for Jane",
                "outside rings no more: answer",
                "Jane talks with outside",
                "? outside gone",
                "ended completed by Jane");
    }

    @Test
    void blindByTheKeypadOfThePhone() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.phone("1001").in(SipCall.State.TALKING).press("##1002");
        stage.rings("1002").answer();
        stage.facts.await("Jane talks with 1002");
        stage.facts.await("1001 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "held by 1001",
                "resumed by 1001",
                "~ 1001 gone",
                "blind transfer by 1001 to 1002",
                "1002 rings for Jane",
                "1002 rings no more: answer",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void cancelledWhileItRings() {
        SipCall jane = consulting("1002");
        stage.phone("1002").ringing();
        stage.facts.await("1002 rings for 1001");
        stage.commands.consults().cancel(stage.channel("1001"));
        stage.phone("1002").awaitIdle();
        stage.facts.await("resumed by 1001");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "held by 1001",
                "1002 rings for 1001",
                "~ 1002 rings no more: cancelled",
                "resumed by 1001",
                "? 1001 gone",
                "ended completed by Jane");
    }

    /** Not before the other leg is gone: until then Asterisk tidies up, and drops a consultation without a word. */
    @Test
    void askedAgainAtOnceAfterItWasCancelled() {
        SipCall jane = consulted();
        stage.commands.consults().cancel(stage.channel("1001"));
        stage.facts.await("1002 gone");
        stage.commands.consults().begin(stage.channel("1001"), new Destination.Number("1003"));
        stage.rings("1003").answer();
        stage.facts.awaitLast("1001 talks with 1003");
        stage.commands.consults().complete(stage.channel("1001"));
        stage.facts.await("Jane talks with 1003");
        stage.facts.await("1001 gone");
        jane.hangUp();
        tellsOfWord(
                "~ 1002 gone",
                "Jane talks with 1001",
                "resumed by 1001",
                "held by 1001",
                "1003 rings for 1001",
                "1003 rings no more: answer",
                "1001 talks with 1003",
                "attended transfer by 1001 to 1003",
                "~ 1001 gone",
                "Jane talks with 1003",
                "? 1003 gone",
                "ended completed by Jane");
    }

    @Test
    void toggledBetweenTheTwo() {
        SipCall jane = consulted();
        stage.commands.consults().toggle(stage.channel("1001"));
        stage.facts.awaitLast("resumed by 1001");
        stage.commands.consults().toggle(stage.channel("1001"));
        stage.facts.awaitLast("1001 talks with 1002");
        stage.commands.consults().complete(stage.channel("1001"));
        stage.facts.await("Jane talks with 1002");
        stage.facts.await("1001 gone");
        jane.hangUp();
        tellsOfWord(
                "Jane talks with 1001",
                "resumed by 1001",
                "held by 1001",
                "1001 talks with 1002",
                "attended transfer by 1001 to 1002",
                "~ 1001 gone",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void threeTalkTogether() {
        SipCall jane = consulted();
        stage.commands.consults().conference(stage.channel("1001"));
        stage.facts.await("1002 joined");
        stage.phone("1001").hangUp();
        stage.facts.await("Jane talks with 1002");
        stage.facts.await("1001 gone");
        stage.facts.await("1001 left the conference");
        jane.hangUp();
        tellsOfWord(
                "1002 joined",
                "resumed by 1001",
                "~ 1001 gone",
                "~ 1001 left the conference",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void passedOnWhileItRings() {
        SipCall jane = consulting("1002");
        stage.phone("1002").ringing();
        stage.facts.await("1002 rings for 1001");
        stage.commands.consults().complete(stage.channel("1001"));
        stage.facts.await("blonde transfer by 1001 to 1002");
        stage.rings("1002").answer();
        stage.facts.await("Jane talks with 1002");
        stage.facts.await("1001 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "held by 1001",
                "1002 rings for 1001",
                "blonde transfer by 1001 to 1002",
                "1002 rings no more: answer",
                "~ 1001 gone",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void passedOnByHangingUpWhileItRings() {
        SipCall jane = consulting("1002");
        stage.phone("1002").ringing();
        stage.facts.await("1002 rings for 1001");
        stage.phone("1001").hangUp();
        stage.facts.await("blonde transfer by 1001 to 1002");
        stage.rings("1002").answer();
        stage.facts.await("Jane talks with 1002");
        stage.facts.await("1001 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "held by 1001",
                "1002 rings for 1001",
                "blonde transfer by 1001 to 1002",
                "~ 1001 gone",
                "1002 rings no more: answer",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void theTargetRejectsAndTheFirstIsThereAgain() {
        SipCall jane = consulting("1002");
        stage.rings("1002").reject();
        stage.facts.await("1002 rings no more: rejected");
        stage.facts.await("resumed by 1001");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "held by 1001",
                "1002 rings for 1001",
                "~ 1002 rings no more: rejected",
                "resumed by 1001",
                "? 1001 gone",
                "ended completed by Jane");
    }

    @Test
    void aQueueIsAskedAndTakesOver() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.ready("1002", "service-de");
        stage.commands.consults().begin(stage.channel("1001"), new Destination.Queue("service-de"));
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
                "waits in service-de at 1",
                "1002 rings for 1001 of service-de",
                "1002 rings no more: answer",
                "left service-de connected",
                "1001 talks with 1002",
                "attended transfer by 1001 to 1002",
                "~ 1001 gone",
                "Jane talks with 1002",
                "? 1002 gone",
                "ended completed by Jane");
    }

    @Test
    void aQueueIsAskedWhereNobodyIs() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.consults().begin(stage.channel("1001"), new Destination.Queue("service-de"));
        stage.facts.await("waits in service-de at 1");
        stage.commands.consults().cancel(stage.channel("1001"));
        stage.facts.await("resumed by 1001");
        stage.facts.await("left service-de abandoned");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "held by 1001",
                "waits in service-de at 1",
                "~ left service-de abandoned",
                "resumed by 1001",
                "? 1001 gone",
                "ended completed by Jane");
    }

    @Test
    void theWorldIsAskedAndTakesOver() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.consults().begin(stage.channel("1001"), new Destination.Number("+4930555555"));
        stage.rings("outside").answer();
        stage.facts.await("1001 talks with outside");
        stage.commands.consults().complete(stage.channel("1001"));
        stage.facts.await("Jane talks with outside");
        stage.facts.await("1001 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "held by 1001",
                "outside rings for 1001",
                "outside rings no more: answer",
                "1001 talks with outside",
                "attended transfer by 1001 to outside",
                "~ 1001 gone",
                "Jane talks with outside",
                "? outside gone",
                "ended completed by Jane");
    }

    @Test
    void whoWaitsHangsUp() {
        SipCall jane = consulted();
        jane.hangUp();
        stage.facts.await("Jane gone");
        stage.phone("1001").hangUp();
        tellsOfWord("Jane gone", "resumed by 1001", "? 1002 gone", "ended completed by 1001");
    }

    @Test
    void whoIsAskedHangsUp() {
        SipCall jane = consulted();
        stage.phone("1002").hangUp();
        stage.facts.await("resumed by 1001");
        stage.facts.await("1002 gone");
        jane.hangUp();
        tellsOfWord("~ 1002 gone", "Jane talks with 1001", "resumed by 1001", "? 1001 gone", "ended completed by Jane");
    }

    @Test
    void onePassesOnWhatWasPassedOn() {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.calls().transfer(stage.channel("1001"), new Destination.Number("1002"));
        stage.rings("1002").answer();
        stage.facts.await("Jane talks with 1002");
        stage.commands.consults().begin(stage.channel("1002"), new Destination.Number("1003"));
        stage.rings("1003").answer();
        stage.facts.await("1002 talks with 1003");
        stage.commands.consults().complete(stage.channel("1002"));
        stage.facts.await("Jane talks with 1003");
        stage.facts.await("1001 gone");
        stage.facts.await("1002 gone");
        jane.hangUp();
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                "~ 1001 gone",
                "blind transfer by 1001 to 1002",
                "1002 rings for Jane",
                "1002 rings no more: answer",
                "Jane talks with 1002",
                "held by 1002",
                "1003 rings for 1002",
                "1003 rings no more: answer",
                "1002 talks with 1003",
                "attended transfer by 1002 to 1003",
                "~ 1002 gone",
                "Jane talks with 1003",
                "? 1003 gone",
                "ended completed by Jane");
    }

    /** Jane talks with 1001, who calls the other meanwhile. */
    private SipCall consulting(String other) {
        SipCall jane = stage.talks("Jane", "1001");
        stage.commands.consults().begin(stage.channel("1001"), new Destination.Number(other));
        return jane;
    }

    /** Jane waits while 1001 talks with 1002. */
    private SipCall consulted() {
        SipCall jane = consulting("1002");
        stage.rings("1002").answer();
        stage.facts.await("1001 talks with 1002");
        return jane;
    }

    /** What was told after {@link #consulted}. */
    private void tellsOfWord(String... expected) {
        stage.facts.tellsOfTalk(
                "Jane",
                "1001",
                Stream.concat(
                                Stream.of(
                                        "held by 1001",
                                        "1002 rings for 1001",
                                        "1002 rings no more: answer",
                                        "1001 talks with 1002"),
                                Stream.of(expected))
                        .toArray(String[]::new));
    }
}
