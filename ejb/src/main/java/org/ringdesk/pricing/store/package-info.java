/** Where the rules are kept. They are read as the calculation wants them, in few statements, and only those that concern a basket. */
@NullMarked
package org.ringdesk.pricing.store;

import org.jspecify.annotations.NullMarked;
