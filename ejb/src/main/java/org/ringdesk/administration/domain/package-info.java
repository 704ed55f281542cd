/** Channels and users as they are kept. */
@NullMarked
package org.ringdesk.administration.domain;

import org.jspecify.annotations.NullMarked;
