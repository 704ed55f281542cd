/** The admins' console. Shows what administration and calls say. */
@NullMarked
package org.ringdesk.web.administration;

import org.jspecify.annotations.NullMarked;
