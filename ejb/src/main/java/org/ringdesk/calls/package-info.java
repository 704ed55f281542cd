/** The calls as the telephone system tells them, and the screen pop made of them. Knows customers, orders and agents; none of them knows it. */
@NullMarked
package org.ringdesk.calls;

import org.jspecify.annotations.NullMarked;
