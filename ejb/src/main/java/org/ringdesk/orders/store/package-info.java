/** How orders are found and kept. */
@NullMarked
package org.ringdesk.orders.store;

import org.jspecify.annotations.NullMarked;
