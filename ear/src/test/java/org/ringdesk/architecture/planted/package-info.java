/** Violations planted on purpose: they prove that the rules bite. Nothing uses them. */
@NullMarked
package org.ringdesk.architecture.planted;

import org.jspecify.annotations.NullMarked;
