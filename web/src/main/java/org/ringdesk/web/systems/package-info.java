/** What other systems may ask, as resources below {@code /api/v1}. */
@NullMarked
package org.ringdesk.web.systems;

import org.jspecify.annotations.NullMarked;
