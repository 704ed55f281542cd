/** Who buys: customers with their numbers and addresses, found by any part of what a caller says. Knows neither calls nor orders. */
@NullMarked
package org.ringdesk.customers;

import org.jspecify.annotations.NullMarked;
