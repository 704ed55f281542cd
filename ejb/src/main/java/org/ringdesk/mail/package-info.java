/**
 * Writes to customers about their orders, by the profile of the channel and in their language. What is to be told is kept in the
 * transaction of what happened; writing and sending come after it, so that an order never waits for a mail server nor fails with it.
 * Knows orders and payments; nobody knows it.
 */
@NullMarked
package org.ringdesk.mail;

import org.jspecify.annotations.NullMarked;
