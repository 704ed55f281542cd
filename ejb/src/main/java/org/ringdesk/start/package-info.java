/** What happens when the application starts, in order: schema, checks, demo data. Knows every room's entry for that. */
@NullMarked
package org.ringdesk.start;

import org.jspecify.annotations.NullMarked;
