/** Tells the PBX who sits in which queue, and asks the database what is due. */
@NullMarked
package org.ringdesk.agents.telephony;

import org.jspecify.annotations.NullMarked;
