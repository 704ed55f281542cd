package org.ringdesk.cti.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.asteriskjava.manager.action.HangupAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringdesk.cti.CtiConnection.Membership;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;
import org.ringdesk.cti.fake.FakePbx;
import org.ringdesk.cti.wire.AmiMessage;

class CommandsTest {
    private static final Timing QUICK =
            new Timing(Duration.ofMillis(100), Duration.ofMillis(900), Duration.ofMillis(300), Duration.ofMillis(300));

    private FakePbx pbx;
    private CommandLine line;
    private Commands commands;

    @BeforeEach
    void open() throws IOException {
        pbx = FakePbx.start();
        PbxSettings settings = Commanding.settings(pbx.port(), FakePbx.PASSWORD, Login.NONE);
        line = new CommandLine(settings, QUICK);
        commands = Commands.of(settings, line, new SystemLine(settings, QUICK));
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        pbx.close();
    }

    @Test
    void joinsQueues() {
        commands.queues()
                .join(
                        "PJSIP/1001",
                        "Erika Muster",
                        List.of(new Membership("orders-de", 0), new Membership("service-de", 5)),
                        true,
                        "Lunch");
        assertThat(pbx.actions("QueueAdd"))
                .extracting(
                        action -> action.text("queue"),
                        action -> action.text("penalty"),
                        action -> action.text("membername"))
                .containsExactly(tuple("orders-de", "0", "Erika Muster"), tuple("service-de", "5", "Erika Muster"));
        assertThat(pbx.actions("QueuePause")).allMatch(action -> "Lunch".equals(action.text("reason")));
    }

    @Test
    void updatesAMembershipThatIsThere() {
        pbx.answer("QueueAdd", action -> "Response: Error\r\nMessage: Unable to add interface: Already there\r\n\r\n");
        commands.queues().join("PJSIP/1001", "E", List.of(new Membership("orders-de", 3)), false, "");
        AmiMessage penalty = pbx.actions("QueuePenalty").get(0);
        assertThat(penalty.text("penalty")).isEqualTo("3");
        assertThat(pbx.actions("QueuePause").get(0).text("paused")).isEqualTo("false");
    }

    @Test
    void leavingAQueueTwiceIsNoError() {
        pbx.answer(
                "QueueRemove", action -> "Response: Error\r\nMessage: Unable to remove interface: Not there\r\n\r\n");
        commands.queues().leave("PJSIP/1001", List.of("orders-de"));
        assertThat(pbx.actions("QueueRemove")).hasSize(1);
    }

    @Test
    void aRefusalComesInThePbxsWords() {
        pbx.answer("Hangup", action -> "Response: Error\r\nMessage: No such channel\r\n\r\n");
        assertKind(() -> commands.calls().hangUp("PJSIP/1001-00000001"), Kind.REFUSED, "No such channel");
    }

    @Test
    void noAnswerMeansWeDoNotKnow() {
        commands.queues().pause("PJSIP/1001", true, "");
        pbx.freeze(true);
        assertKind(() -> commands.queues().pause("PJSIP/1001", false, ""), Kind.TIMEOUT, "in time");
        pbx.freeze(false);
        commands.queues().pause("PJSIP/1001", false, "");
    }

    @Test
    void aPbxThatIsAwayIsUnavailable() throws IOException {
        pbx.close();
        assertKind(() -> commands.queues().pause("PJSIP/1001", true, ""), Kind.UNAVAILABLE, "cannot be reached");
    }

    @Test
    void aLoginThatMayDoTooMuchIsNotUsed() {
        pbx.answer("ListCommands", action -> "Response: Success\r\nCommand: Execute CLI.  (Priv: command,all)\r\n\r\n");
        assertKind(
                () -> commands.queues().pause("PJSIP/1001", true, ""),
                Kind.REFUSED,
                "may do too much on the PBX, among it command");
        assertThat(pbx.actions()).isEmpty();
    }

    @Test
    void aWrongPasswordIsARefusal() {
        CommandLine wrong = new CommandLine(Commanding.settings(pbx.port(), "guessed", Login.NONE), QUICK);
        assertKind(() -> wrong.order(new HangupAction("PJSIP/1001-00000001")), Kind.REFUSED, "Authentication failed");
        wrong.close();
    }

    @Test
    void aCutLineIsOpenedAgain() {
        commands.queues().pause("PJSIP/1001", true, "");
        pbx.cut();
        await().ignoreExceptions().until(() -> {
            commands.queues().pause("PJSIP/1001", false, "");
            return true;
        });
        assertThat(pbx.greeted()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PJSIP/1001\r\nAction: Originate",
                "PJSIP/1001\n",
                "PJSIP/10 01",
                "/.*/",
                "all",
                "",
                "PJSIP/1001\u0000",
                "PJSIP/${SHELL(id)}",
                "Local/1@x,n"
            })
    void refusesAHostileDevice(String endpoint) {
        assertKind(() -> commands.queues().pause(endpoint, true, ""), Kind.INVALID, "device");
        assertThat(pbx.greeted()).as("nothing is even opened").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\r\n", "*21", "0049 30", "+", "1,n,System(id)", "1&PJSIP/2", "${X}", "１２３"})
    void refusesAHostileNumber(String number) {
        assertKind(() -> commands.dials().dial("PJSIP/1001", number, null, false), Kind.INVALID, "number");
        assertThat(pbx.actions()).isEmpty();
    }

    @Test
    void namesAreCleanedNotTrusted() {
        commands.queues()
                .join("PJSIP/1001", "Eve\r\nVariable: X=1,$(y)", List.of(new Membership("q", 0)), false, "a\nb");
        AmiMessage add = pbx.actions("QueueAdd").get(0);
        assertThat(add.text("membername")).isEqualTo("Eve  Variable  X 1  (y)");
        assertThat(add.has("variable")).isFalse();
    }

    private static void assertKind(ThrowingCallable command, Kind kind, String words) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        CtiException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }
}
