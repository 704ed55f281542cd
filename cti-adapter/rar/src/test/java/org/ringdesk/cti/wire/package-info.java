@NullMarked
package org.ringdesk.cti.wire;

import org.jspecify.annotations.NullMarked;
