/** What the tests stand on, outside the server. */
@NullMarked
package org.ringdesk.testing;

import org.jspecify.annotations.NullMarked;
