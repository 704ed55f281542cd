/** Tells the story of a recording of the manager interface, with the adapter's own code and without a server. */
@NullMarked
package org.ringdesk.cti.replay;

import org.jspecify.annotations.NullMarked;
