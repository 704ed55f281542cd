/** Every front door of the real EAR on the real server, on H2 and on PostgreSQL. These tests run inside the server. */
@NullMarked
package org.ringdesk.it;

import org.jspecify.annotations.NullMarked;
