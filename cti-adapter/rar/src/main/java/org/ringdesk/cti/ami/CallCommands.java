package org.ringdesk.cti.ami;

import java.util.List;
import java.util.stream.Stream;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ParkAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;
import org.ringdesk.cti.Destination;
import org.ringdesk.cti.ami.action.BlindTransferAction;

/** What is done to a call that is up. */
public final class CallCommands {
    /** Q.850: call rejected. */
    private static final int REJECTED = 21;

    private final Dialplan dialplan;
    private final CommandLine line;

    CallCommands(Dialplan dialplan, CommandLine line) {
        this.dialplan = dialplan;
        this.line = line;
    }

    public void hangUp(String channel) {
        line.order(new HangupAction(Allowed.CHANNEL.checked(channel)));
    }

    public void reject(String channel) {
        line.order(new HangupAction(Allowed.CHANNEL.checked(channel), REJECTED));
    }

    public void transfer(String channel, Destination to) {
        Allowed.CHANNEL.checked(channel);
        Place place = Place.of(to, dialplan, line);
        line.order(new BlindTransferAction(channel, place.context(), place.exten()));
    }

    /**
     * Played to whoever is bridged with this channel: as if the user of this one had pressed the keys, the PBX's own features
     * would take some of them. Where nobody is, the dialplan itself listens.
     */
    public void sendDigits(String channel, String digits) {
        Allowed.CHANNEL.checked(channel);
        Allowed.DIGITS.checked(digits);
        for (char digit : digits.toCharArray()) {
            List<String> others = others(channel);
            if (others.isEmpty()) {
                PlayDtmfAction press = new PlayDtmfAction(channel, String.valueOf(digit));
                press.setReceive(true);
                line.order(press);
            } else {
                play(others, String.valueOf(digit));
            }
        }
    }

    /** In a conference a Local channel may go between the question and this: one that takes it is enough. */
    private void play(List<String> others, String digit) {
        ManagerResponse answer = null;
        boolean taken = false;
        for (String other : others) {
            answer = line.ask(new PlayDtmfAction(other, digit));
            taken |= !(answer instanceof ManagerError);
        }
        if (!taken && answer != null) {
            throw new CtiException(Kind.REFUSED, String.valueOf(answer.getMessage()));
        }
    }

    /** Asterisk parks the channel that is named, so whoever is bridged with ours has to be asked for first. */
    public void park(String channel) {
        List<String> others = others(Allowed.CHANNEL.checked(channel));
        if (others.size() != 1) {
            throw new CtiException(
                    Kind.REFUSED,
                    others.isEmpty()
                            ? "Nobody is bridged with this channel"
                            : "More than one is bridged with this channel");
        }
        ParkAction park = new ParkAction();
        park.setChannel(others.get(0));
        line.order(park);
    }

    private List<String> others(String channel) {
        String names = line.value(new GetVarAction(channel, "BRIDGEPEER"));
        return Stream.of(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Allowed.CHANNEL::checked)
                .toList();
    }
}
