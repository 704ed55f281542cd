/** Text of the Asterisk Manager Interface as it comes over a socket or lies in a file, cut into messages. Knows no event's meaning. */
@NullMarked
package org.ringdesk.cti.wire;

import org.jspecify.annotations.NullMarked;
