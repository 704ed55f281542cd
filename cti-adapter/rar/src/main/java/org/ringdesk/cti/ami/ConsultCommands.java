package org.ringdesk.cti.ami;

import org.asteriskjava.manager.action.AtxferAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.ringdesk.cti.Destination;
import org.ringdesk.cti.ami.action.CancelAtxferAction;

/**
 * A consultation is driven as if the transferer pressed the keys: Atxfer and CancelAtxfer do just that inside Asterisk, and
 * for the rest it has no action. Keys can name no queue and no number with a plus, and a number that could go on makes
 * Asterisk wait for more; so the destination is left in a variable that the consulting channel inherits, and the keys name
 * one of two fixed extensions that read it.
 */
public final class ConsultCommands {
    static final String TO_QUEUE = "*91";
    static final String TO_NUMBER = "*92";
    private static final String DESTINATION = "__RINGDESK_TO";

    private final Dialplan dialplan;
    private final CommandLine line;

    ConsultCommands(Dialplan dialplan, CommandLine line) {
        this.dialplan = dialplan;
        this.line = line;
    }

    public void begin(String channel, Destination to) {
        Allowed.CHANNEL.checked(channel);
        Place place = Place.of(to, dialplan, line);
        String keys = to instanceof Destination.Queue ? TO_QUEUE : TO_NUMBER;
        new Place(dialplan.consult(), keys).mustExist(line);
        line.order(new SetVarAction(channel, DESTINATION, place.exten()));
        AtxferAction consult = new AtxferAction();
        consult.setChannel(channel);
        consult.setContext(dialplan.consult());
        consult.setExten(keys);
        line.order(consult);
    }

    public void complete(String channel) {
        press(channel, dialplan.keys().complete());
    }

    public void cancel(String channel) {
        line.order(new CancelAtxferAction(Allowed.CHANNEL.checked(channel)));
    }

    public void toggle(String channel) {
        press(channel, dialplan.keys().toggle());
    }

    public void conference(String channel) {
        press(channel, dialplan.keys().conference());
    }

    private void press(String channel, String keys) {
        Allowed.CHANNEL.checked(channel);
        for (char key : keys.toCharArray()) {
            PlayDtmfAction press = new PlayDtmfAction(channel, String.valueOf(key));
            press.setReceive(true);
            line.order(press);
        }
    }
}
