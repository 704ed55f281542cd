/**
 * The link to a PBX on Asterisk-Java's manager connection: connect, log in, keep alive, resync, send actions. Knows no
 * container and nothing of what a call means.
 */
@NullMarked
package org.ringdesk.cti.ami;

import org.jspecify.annotations.NullMarked;
