/** Values and small services that every room uses: money, phone numbers, time, refusals. Holds no business rule of a room. */
@NullMarked
package org.ringdesk.shared;

import org.jspecify.annotations.NullMarked;
