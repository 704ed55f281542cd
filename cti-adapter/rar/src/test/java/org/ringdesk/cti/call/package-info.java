@NullMarked
package org.ringdesk.cti.call;

import org.jspecify.annotations.NullMarked;
