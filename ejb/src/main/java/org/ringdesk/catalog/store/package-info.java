/** How products are found. */
@NullMarked
package org.ringdesk.catalog.store;

import org.jspecify.annotations.NullMarked;
