/** Webhooks: how far each is, when it is tried, and what it is signed with. */
@NullMarked
package org.ringdesk.webhooks.domain;

import org.jspecify.annotations.NullMarked;
