/** The port to whoever moves the money. An adapter never keeps what it was told and never retries by itself. */
@NullMarked
package org.ringdesk.payments.gateway;

import org.jspecify.annotations.NullMarked;
