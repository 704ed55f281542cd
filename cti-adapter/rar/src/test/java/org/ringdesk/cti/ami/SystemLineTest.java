package org.ringdesk.cti.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.Ability;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;
import org.ringdesk.cti.LinkChanged;
import org.ringdesk.cti.LinkState;
import org.ringdesk.cti.fake.FakePbx;
import org.ringdesk.cti.wire.AmiMessage;

/** The second log-in: what it grants, and what happens without it. */
class SystemLineTest {
    private static final String ANNA = "PJSIP/1001-0000002a";

    private Commanding on = new Commanding(Commanding.second());

    SystemLineTest() throws IOException {
        // the field starts the PBX
    }

    @AfterEach
    void stop() throws IOException {
        on.close();
    }

    private void with(Login second) throws IOException {
        on.close();
        on = new Commanding(second);
    }

    @Test
    void grantsWhatItsLoginMayDo() {
        assertThat(on.system.abilities()).containsExactlyInAnyOrder(Ability.values());
        assertThat(on.system.check()).isEmpty();
    }

    @Test
    void isAskedOnceAndNotForEachScreen() {
        on.system.abilities();
        int asked = on.pbx.actions("ListCommands").size();
        on.system.abilities();
        assertThat(on.pbx.actions("ListCommands")).hasSize(asked);
    }

    @Test
    void onlyWhatNeedsItGoesByIt() {
        on.commands.phones().answer(ANNA);
        on.commands.calls().hangUp(ANNA);
        on.commands.queues().pause("PJSIP/1001", true, "");
        on.commands.dials().dial("PJSIP/1001", "1002", null, true);
        assertThat(on.orders())
                .filteredOn(order -> FakePbx.SYSTEM_USER.equals(order.get("by")))
                .extracting(order -> order.get("action"))
                .containsExactly("PJSIPNotify");
    }

    @Test
    void withoutOneTheAbilitiesAreMissingAndAskingIsRefused() throws IOException {
        with(Login.NONE);
        assertThat(on.system.abilities()).isEmpty();
        assertThat(on.system.check()).isEmpty();
        assertRefused(() -> on.commands.phones().answer(ANNA), "ANSWER needs the second log-in", "none is configured");
        assertRefused(() -> on.commands.phones().hold(ANNA), "HOLD needs the second log-in");
        assertRefused(() -> on.commands.phones().resume(ANNA), "HOLD needs the second log-in");
        assertRefused(() -> on.commands.phones().mute(ANNA, true), "MUTE needs the second log-in");
        assertThat(on.pbx.greeted()).isZero();
    }

    @Test
    void oneThatMayRunCommandsIsNotUsed() {
        mayDo("PJSIPNotify: Notify.  (Priv: system,all)\r\nCommand: Execute CLI.  (Priv: command,all)\r\n");
        assertThat(on.system.abilities()).isEmpty();
        assertThat(on.system.check()).contains("ringdesk-system may do too much on the PBX, among it command");
        assertRefused(() -> on.commands.phones().answer(ANNA), "may do too much");
        assertThat(on.orders()).isEmpty();
    }

    @Test
    void oneThatMayChangeTheConfigurationIsNotUsed() {
        mayDo("MuteAudio: Mute.  (Priv: system,all)\r\nUpdateConfig: Update.  (Priv: config,all)\r\n"
                + "GetConfig: Get.  (Priv: system,config,all)\r\n");
        assertThat(on.system.check()).contains("among it updateconfig:").doesNotContain("getconfig");
        assertThat(on.system.abilities()).isEmpty();
    }

    @Test
    void oneThatMayDoLessGrantsLess() {
        mayDo("PJSIPNotify: Notify.  (Priv: system,all)\r\n");
        assertThat(on.system.abilities()).containsExactlyInAnyOrder(Ability.ANSWER, Ability.HOLD);
        assertRefused(() -> on.commands.phones().mute(ANNA, true), "it may not do that");
    }

    @Test
    void oneThatMayDoNeitherIsTold() {
        mayDo("Ping: Ping.  (Priv: <none>)\r\n");
        assertThat(on.system.check()).contains("neither PJSIPNotify nor MuteAudio");
    }

    @Test
    void aWrongPasswordIsToldWithoutItAndNotTriedAgain() throws IOException {
        with(new Login(FakePbx.SYSTEM_USER, "guessed"));
        assertThat(on.system.check())
                .contains("second log-in off: user ringdesk-system: Authentication failed")
                .doesNotContain("guessed");
        int tried = on.pbx.greeted();
        assertThat(on.system.abilities()).isEmpty();
        assertRefused(() -> on.commands.phones().answer(ANNA), "Authentication failed");
        assertThat(on.pbx.greeted()).isEqualTo(tried);
    }

    @Test
    void aPbxThatIsBackIsAskedAnew() {
        on.system.abilities();
        mayDo("MuteAudio: Mute.  (Priv: system,all)\r\n");
        assertThat(on.system.check()).isEmpty();
        assertThat(on.system.abilities()).containsExactly(Ability.MUTE);
    }

    @Test
    void oneThatIsTakenAwayMeanwhileIsNoticed() {
        on.commands.phones().answer(ANNA);
        mayDo("PJSIPNotify: Notify.  (Priv: system,all)\r\nCommand: Execute CLI.  (Priv: command,all)\r\n");
        on.pbx.cut();
        await().ignoreExceptionsMatching(e -> e instanceof CtiException cut && cut.kind() != Kind.REFUSED)
                .until(() -> {
                    assertRefused(() -> on.commands.phones().answer(ANNA), "may do too much");
                    return true;
                });
        assertThat(on.system.abilities()).isEmpty();
    }

    @Test
    void theLinkTellsWhatIsWrongWithIt() throws InterruptedException {
        mayDo("Command: Execute CLI.  (Priv: command,all)\r\n");
        List<LinkChanged> told = new CopyOnWriteArrayList<>();
        Clock clock = Clock.systemUTC();
        PbxLink link = new PbxLink(
                on.settings, on.system, Commanding.QUICK, clock, new Sequence(clock), events -> events.stream()
                        .filter(LinkChanged.class::isInstance)
                        .map(LinkChanged.class::cast)
                        .forEach(told::add));
        Thread running = new Thread(link, "link-under-test");
        running.start();
        try {
            await().until(() -> link.state() == LinkState.LIVE);
            assertThat(told.get(told.size() - 1).detail())
                    .startsWith("Asterisk 22.6.0; second log-in off: user ringdesk-system may do too much")
                    .hasSizeLessThan(200);
        } finally {
            link.stop();
            running.join(5_000);
        }
    }

    /** What the second log-in may do from now on; the main one may do what it usually may. */
    private void mayDo(String commands) {
        Function<AmiMessage, String> answer = action -> "Response: Success\r\n"
                + (FakePbx.SYSTEM_USER.equals(action.text(FakePbx.SENDER))
                        ? commands
                        : "Status: List channels.  (Priv: call,reporting,all)\r\n")
                + "\r\n";
        on.pbx.answer("ListCommands", answer);
    }

    private static void assertRefused(ThrowingCallable command, String... words) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        CtiException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContainingAll(words);
    }
}
