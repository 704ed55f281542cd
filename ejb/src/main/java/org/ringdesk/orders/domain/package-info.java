/** The order as an aggregate: its lines, its legal moves, and the events that say what happened to it. */
@NullMarked
package org.ringdesk.orders.domain;

import org.jspecify.annotations.NullMarked;
