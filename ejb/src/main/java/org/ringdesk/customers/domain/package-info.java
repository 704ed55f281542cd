/** A customer with numbers and addresses, and what must be true of what is typed. */
@NullMarked
package org.ringdesk.customers.domain;

import org.jspecify.annotations.NullMarked;
