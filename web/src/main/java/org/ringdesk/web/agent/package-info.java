/** The agent's page around a call: state, customer, new customer. Calls front doors; decides nothing of its own. */
@NullMarked
package org.ringdesk.web.agent;

import org.jspecify.annotations.NullMarked;
