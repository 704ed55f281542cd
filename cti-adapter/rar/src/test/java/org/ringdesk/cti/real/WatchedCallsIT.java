package org.ringdesk.cti.real;

import org.asteriskjava.manager.action.MixMonitorMuteAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.phone.SipCall;

/** Calls that are listened to and recorded. */
@OnAsterisk(22)
class WatchedCallsIT {
    private final Stage stage;

    WatchedCallsIT(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void recordNoMore() {
        stage.manager.order(new SetVarAction("RECORD", "no"));
    }

    @Test
    void aSupervisorListensWhispersAndJoins() {
        SipCall jane = stage.talks("Jane", "1001");
        for (String way : new String[] {"*21", "*22", "*23"}) {
            int before = stage.facts.of(CallEvent.SpyStopped.class).size();
            SipCall spy = stage.phone("1101").call(way + "1001");
            stage.facts.awaitLast("1101 listens to 1001");
            spy.hangUp();
            stage.facts.waitFor(
                    "the spy is gone",
                    () -> stage.facts.of(CallEvent.SpyStopped.class).size() > before
                            && stage.facts.open().size() == 1);
        }
        jane.hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "Jane talks with 1001",
                "1101 listens to 1001",
                "1101 listens no more",
                "2: internal call by 1101 to *211001",
                "2: ended completed by 1101",
                "1101 listens to 1001",
                "1101 listens no more",
                "3: internal call by 1101 to *221001",
                "3: ended completed by 1101",
                "1101 listens to 1001",
                "1101 listens no more",
                "4: internal call by 1101 to *231001",
                "4: ended completed by 1101",
                "? 1001 gone",
                "ended completed by Jane");
    }

    @Test
    void isRecordedButNotTheSecretPart() {
        stage.manager.order(new SetVarAction("RECORD", "yes"));
        SipCall jane = stage.talks("Jane", "1001");
        String recorded = stage.facts.last(CallEvent.Recording.class).on().channel();
        stage.manager.order(mute(recorded, 1));
        stage.facts.await("recording muted on Jane");
        stage.manager.order(mute(recorded, 0));
        stage.facts.await("recording unmuted on Jane");
        jane.hangUp();
        stage.facts.tells(
                "inbound call by Jane to +493023125100",
                "recording started on Jane",
                "waits in orders-de at 1",
                "1001 rings for Jane of orders-de",
                "1001 rings no more: answer",
                "left orders-de connected",
                "Jane talks with 1001",
                "recording muted on Jane",
                "recording unmuted on Jane",
                "? recording stopped on Jane",
                "? 1001 gone",
                "ended completed by Jane");
    }

    private static MixMonitorMuteAction mute(String channel, int state) {
        MixMonitorMuteAction mute = new MixMonitorMuteAction();
        mute.setChannel(channel);
        mute.setDirection("both");
        mute.setState(state);
        return mute;
    }
}
