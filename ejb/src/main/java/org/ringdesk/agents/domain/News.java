package org.ringdesk.agents.domain;

import java.util.List;
import org.ringdesk.agents.CallWrappedUp;

/**
 * What came of a change beside the state itself.
 *
 * @param moved whether the state is another
 * @param vacated the phones that were left
 * @param wrappedUp the work that ended
 */
public record News(boolean moved, List<String> vacated, List<CallWrappedUp> wrappedUp) {}
