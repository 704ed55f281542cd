/** Who may work where: channels, dialled numbers, users and their roles. Knows nothing of calls and orders. */
@NullMarked
package org.ringdesk.administration;

import org.jspecify.annotations.NullMarked;
