/** How the set-up is read. */
@NullMarked
package org.ringdesk.administration.store;

import org.jspecify.annotations.NullMarked;
