/** The rooms wired up without a server: their beans, transactions and roles on a real database, for fast tests. */
@NullMarked
package org.ringdesk.testing;

import org.jspecify.annotations.NullMarked;
