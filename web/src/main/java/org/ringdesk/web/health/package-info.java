/** Whether this server can serve: the database must answer, telephony is reported. Knows no page. */
@NullMarked
package org.ringdesk.web.health;

import org.jspecify.annotations.NullMarked;
