/** Webhooks and their attempts as they are kept. */
@NullMarked
package org.ringdesk.webhooks.store;

import org.jspecify.annotations.NullMarked;
