/** How calls are found. */
@NullMarked
package org.ringdesk.calls.store;

import org.jspecify.annotations.NullMarked;
