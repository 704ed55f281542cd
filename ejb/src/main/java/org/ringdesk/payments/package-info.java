/** How an order is paid: payments, the gateway, submitting the order. Knows orders; orders do not know it. */
@NullMarked
package org.ringdesk.payments;

import org.jspecify.annotations.NullMarked;
