/** Who is at work: extensions, ready and paused, the derived agent state. Knows no call and no order. */
@NullMarked
package org.ringdesk.agents;

import org.jspecify.annotations.NullMarked;
