/**
 * What a telephone system tells Ringdesk and what Ringdesk may ask of it. Knows no PBX product, no customer and no order:
 * any adapter that speaks these events and commands can stand in.
 */
@NullMarked
package org.ringdesk.cti;

import org.jspecify.annotations.NullMarked;
