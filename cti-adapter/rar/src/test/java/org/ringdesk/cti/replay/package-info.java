@NullMarked
package org.ringdesk.cti.replay;

import org.jspecify.annotations.NullMarked;
