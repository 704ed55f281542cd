/** Stripe as the gateway: a PaymentIntent for each payment, by token, captured later. */
@NullMarked
package org.ringdesk.payments.gateway.stripe;

import org.jspecify.annotations.NullMarked;
