package org.ringdesk.cti.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.wire.AmiMessage;

/** What a log-in may do, as ListCommands of a real Asterisk words it. */
class PrivilegesTest {
    private static final Map<String, String> ENOUGH = Map.ofEntries(
            Map.entry("status", "List channel status.  (Priv: system,call,reporting,all)"),
            Map.entry("coreshowchannels", "List currently active channels.  (Priv: system,reporting,all)"),
            Map.entry("queuestatus", "Show queue status.  (Priv: <none>)"),
            Map.entry("queueadd", "Add interface to queue.  (Priv: agent,all)"),
            Map.entry("queueremove", "Remove interface from queue.  (Priv: agent,all)"),
            Map.entry("queuepause", "Makes a queue member temporarily unavailable.  (Priv: agent,all)"),
            Map.entry("hangup", "Hangup channel.  (Priv: system,call,all)"),
            Map.entry("originate", "Originate a call.  (Priv: originate,all)"),
            Map.entry("blindtransfer", "Blind transfer channel(s).  (Priv: call,all)"),
            Map.entry("atxfer", "Attended transfer.  (Priv: call,all)"),
            Map.entry("cancelatxfer", "Cancel an attended transfer.  (Priv: call,all)"),
            Map.entry("playdtmf", "Play DTMF signal on a specific channel.  (Priv: call,all)"),
            Map.entry("getvar", "Gets a channel variable.  (Priv: call,reporting,all)"),
            Map.entry("park", "Park a channel.  (Priv: call,all)"));

    @Test
    void whatNeedsNoRightIsNotMissingAndNotTooMuch() {
        Privileges enough = new Privileges(answer(ENOUGH));
        assertThat(enough.missing()).isEmpty();
        assertThatCode(() -> enough.checkMain("main")).doesNotThrowAnyException();
    }

    @Test
    void whatIsNotListedIsMissing() {
        Map<String, String> less = new HashMap<>(ENOUGH);
        less.remove("atxfer");
        assertThat(new Privileges(answer(less)).missing()).containsExactly("Atxfer");
    }

    @Test
    void moreThanIsNeededIsRefused() {
        Map<String, String> more = new HashMap<>(ENOUGH);
        more.put("command", "Execute Asterisk CLI Command.  (Priv: command,all)");
        assertThatThrownBy(() -> new Privileges(answer(more)).checkMain("main"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("command");
    }

    private static AmiMessage answer(Map<String, String> commands) {
        return new AmiMessage(AmiMessage.RESPONSE, commands);
    }
}
