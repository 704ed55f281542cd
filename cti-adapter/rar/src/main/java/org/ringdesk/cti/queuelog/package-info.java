/**
 * Asterisk's queue log: what happened in the queues while we could not see the PBX. Knows the log's text and the facts of
 * calls; what is known already its caller says.
 */
@NullMarked
package org.ringdesk.cti.queuelog;

import org.jspecify.annotations.NullMarked;
