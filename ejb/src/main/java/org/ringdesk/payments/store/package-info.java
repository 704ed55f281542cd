/** How payments are found. */
@NullMarked
package org.ringdesk.payments.store;

import org.jspecify.annotations.NullMarked;
