@NullMarked
package org.ringdesk.agents.telephony;

import org.jspecify.annotations.NullMarked;
