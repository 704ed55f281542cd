package org.ringdesk.cti.ami;

import java.util.Map;
import org.asteriskjava.manager.action.MuteAudioAction;
import org.asteriskjava.manager.action.PJSIPNotifyAction;
import org.ringdesk.cti.Ability;

/** What only the second log-in may do: desk phones answer and hold by themselves, a channel is muted. */
public final class PhoneCommands {
    private final SystemLine line;

    PhoneCommands(SystemLine line) {
        this.line = line;
    }

    public void answer(String channel) {
        notify(Ability.ANSWER, channel, "talk");
    }

    public void hold(String channel) {
        notify(Ability.HOLD, channel, "hold");
    }

    public void resume(String channel) {
        notify(Ability.HOLD, channel, "talk");
    }

    private void notify(Ability ability, String channel, String event) {
        PJSIPNotifyAction notify = new PJSIPNotifyAction();
        notify.setChannel(Allowed.PHONE_CHANNEL.checked(channel));
        notify.setVariables(Map.of("Event", event));
        line.order(ability, notify);
    }

    public void mute(String channel, boolean muted) {
        MuteAudioAction mute = new MuteAudioAction();
        mute.setChannel(Allowed.CHANNEL.checked(channel));
        mute.setDirection(MuteAudioAction.Direction.IN);
        mute.setState(muted ? MuteAudioAction.State.MUTE : MuteAudioAction.State.UNMUTE);
        line.order(Ability.MUTE, mute);
    }
}
