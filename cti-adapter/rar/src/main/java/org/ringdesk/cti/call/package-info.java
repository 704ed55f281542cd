/**
 * The call model: messages of one PBX in, facts about calls out. One writer, no threads, no clock of its own, so that a
 * recording gives the same facts as the wire did. Knows no container, no database and no library for the manager interface.
 */
@NullMarked
package org.ringdesk.cti.call;

import org.jspecify.annotations.NullMarked;
