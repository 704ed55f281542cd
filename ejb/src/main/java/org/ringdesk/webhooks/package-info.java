/**
 * Tells other systems what happens to orders, over HTTP and signed. Each webhook has a place in the orders' feed up to which it was
 * told; it gets what comes after that, in order, until it says that it has it. Knows orders; nobody knows it.
 */
@NullMarked
package org.ringdesk.webhooks;

import org.jspecify.annotations.NullMarked;
