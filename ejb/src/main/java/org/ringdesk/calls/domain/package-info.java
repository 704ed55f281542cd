/** A call as it is kept, and what each fact does to it. */
@NullMarked
package org.ringdesk.calls.domain;

import org.jspecify.annotations.NullMarked;
