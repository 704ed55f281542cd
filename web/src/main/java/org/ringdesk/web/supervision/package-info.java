/** The supervisors' floor. Shows what agents and calls say. */
@NullMarked
package org.ringdesk.web.supervision;

import org.jspecify.annotations.NullMarked;
