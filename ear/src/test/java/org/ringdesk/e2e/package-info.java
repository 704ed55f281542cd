/** Real calls through a real Asterisk, the pages open in a real browser, a real PostgreSQL beneath. */
@NullMarked
package org.ringdesk.e2e;

import org.jspecify.annotations.NullMarked;
