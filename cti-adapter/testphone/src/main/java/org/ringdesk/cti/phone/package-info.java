/**
 * A SIP phone for tests: it does on the wire what a desk phone does, and what its user does by command. Knows nothing of
 * Ringdesk and no Asterisk in particular; has no sound but the keys that it hears.
 */
@NullMarked
package org.ringdesk.cti.phone;

import org.jspecify.annotations.NullMarked;
