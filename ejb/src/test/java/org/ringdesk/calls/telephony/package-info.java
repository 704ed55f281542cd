@NullMarked
package org.ringdesk.calls.telephony;

import org.jspecify.annotations.NullMarked;
