/** The way to the receivers. */
@NullMarked
package org.ringdesk.webhooks.gateway;

import org.jspecify.annotations.NullMarked;
