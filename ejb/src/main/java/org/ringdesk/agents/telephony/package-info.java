/** Tells the PBX who sits in which queue. */
@NullMarked
package org.ringdesk.agents.telephony;

import org.jspecify.annotations.NullMarked;
