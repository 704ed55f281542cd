/** A gateway that moves no money, with books of its own, for the demo and for tests. */
@NullMarked
package org.ringdesk.payments.gateway.sandbox;

import org.jspecify.annotations.NullMarked;
