/** A payment's life, its ledger, and what must never be kept. */
@NullMarked
package org.ringdesk.payments.domain;

import org.jspecify.annotations.NullMarked;
