/** Order entry: from the first line named on a call to a placed order. Knows customers, catalog, pricing; never payments. */
@NullMarked
package org.ringdesk.orders;

import org.jspecify.annotations.NullMarked;
