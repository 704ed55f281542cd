/** The order panel of the agent's page: lines, payments, recap. Shows what orders and payments say and adds nothing up. */
@NullMarked
package org.ringdesk.web.orders;

import org.jspecify.annotations.NullMarked;
