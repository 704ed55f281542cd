/** How customers are found. */
@NullMarked
package org.ringdesk.customers.store;

import org.jspecify.annotations.NullMarked;
