/** Webhooks: how far each is, and when it is tried. */
@NullMarked
package org.ringdesk.webhooks.domain;

import org.jspecify.annotations.NullMarked;
