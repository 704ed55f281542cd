package org.ringdesk.administration;

import java.io.Serializable;
import org.ringdesk.shared.PhoneNumber;

/** What a dialled number stands for: the channel it sells in and the words for it on the screen. */
public record DialledNumberView(PhoneNumber number, String label, String queue, ChannelView channel)
        implements Serializable {}
