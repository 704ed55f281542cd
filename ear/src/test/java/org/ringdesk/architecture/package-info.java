/** The floor plan, held by tests: who may see whom, who opens a front door, what a table must have. */
@NullMarked
package org.ringdesk.architecture;

import org.jspecify.annotations.NullMarked;
