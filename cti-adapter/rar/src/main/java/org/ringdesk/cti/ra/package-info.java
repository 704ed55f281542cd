/**
 * The resource adapter: configuration, delivery of events to message-driven beans, connections for commands. Knows the
 * container; what a message means is the call model's, how it comes is the link's.
 */
@NullMarked
package org.ringdesk.cti.ra;

import org.jspecify.annotations.NullMarked;
