package org.ringdesk.cti.ami;

import org.asteriskjava.manager.action.GetVarAction;
import org.ringdesk.cti.CtiException;
import org.ringdesk.cti.CtiException.Kind;
import org.ringdesk.cti.Destination;

/** An extension in a context of the dialplan; both were checked. */
record Place(String context, String exten) {

    /** Where a destination is, which the PBX must know. */
    static Place of(Destination to, Dialplan dialplan, CommandLine line) {
        if (to instanceof Destination.Queue queue) {
            Place place = new Place(dialplan.queues(), Allowed.QUEUE.checked(queue.name()));
            if (none("QUEUE_EXISTS(" + queue.name() + ')', line)) {
                throw new CtiException(Kind.REFUSED, "The PBX has no queue " + queue.name());
            }
            return place.mustExist(line);
        }
        return new Place(dialplan.dial(), Allowed.NUMBER.checked(((Destination.Number) to).digits())).mustExist(line);
    }

    /**
     * Refuses what the dialplan does not know: Asterisk takes a transfer to nowhere, says that all is well, and the caller is
     * lost.
     */
    Place mustExist(CommandLine line) {
        if (none("DIALPLAN_EXISTS(" + context + ',' + exten + ",1)", line)) {
            throw new CtiException(Kind.REFUSED, "The PBX has nothing at " + exten + " in " + context);
        }
        return this;
    }

    /** What the function says; a PBX without it is believed. */
    private static boolean none(String function, CommandLine line) {
        return "0".equals(line.value(new GetVarAction(function)));
    }
}
