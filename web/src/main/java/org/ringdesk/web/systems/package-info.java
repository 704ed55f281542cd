/**
 * The door for other systems, {@code /api/v1}: fulfilment, ERP and merchandise systems come in with a key and speak JSON. What is
 * said here is a contract, so it has records of its own; what is done is done by the same front doors that pages and files use.
 */
@NullMarked
package org.ringdesk.web.systems;

import org.jspecify.annotations.NullMarked;
