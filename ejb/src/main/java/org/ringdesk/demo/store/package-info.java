/** Writes the demo company into the tables. Decides nothing but ids and numbers. */
@NullMarked
package org.ringdesk.demo.store;

import org.jspecify.annotations.NullMarked;
