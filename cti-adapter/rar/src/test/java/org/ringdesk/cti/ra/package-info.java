@NullMarked
package org.ringdesk.cti.ra;

import org.jspecify.annotations.NullMarked;
