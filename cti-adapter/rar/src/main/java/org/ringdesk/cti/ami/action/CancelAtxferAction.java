package org.ringdesk.cti.ami.action;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Ends a consultation: the transferer is with the first party again. */
public final class CancelAtxferAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    private final String channel;

    /** {@code channel} is the transferer's. */
    public CancelAtxferAction(String channel) {
        this.channel = channel;
    }

    @Override
    public String getAction() {
        return "CancelAtxfer";
    }

    public String getChannel() {
        return channel;
    }
}
