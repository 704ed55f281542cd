package org.ringdesk.cti.ami.action;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Sends whoever is bridged with a channel to an extension. */
public final class BlindTransferAction extends AbstractManagerAction {
    private static final long serialVersionUID = 1L;

    private final String channel;
    private final String context;
    private final String exten;

    /** {@code channel} is the transferer's. */
    public BlindTransferAction(String channel, String context, String exten) {
        this.channel = channel;
        this.context = context;
        this.exten = exten;
    }

    @Override
    public String getAction() {
        return "BlindTransfer";
    }

    public String getChannel() {
        return channel;
    }

    public String getContext() {
        return context;
    }

    public String getExten() {
        return exten;
    }
}
