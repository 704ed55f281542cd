package org.ringdesk.cti.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.cti.CallEvent;
import org.ringdesk.cti.Leg;

/**
 * A call event with the parties around it, for those who tell the story of a call.
 *
 * @param caller whose call it is at that moment: the calling party, or the one that was passed on
 * @param targets who rings, stops ringing, answers or takes over
 */
public record Fact(CallEvent event, @Nullable Leg caller, List<Leg> targets) {}
