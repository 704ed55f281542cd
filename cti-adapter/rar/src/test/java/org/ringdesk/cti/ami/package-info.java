@NullMarked
package org.ringdesk.cti.ami;

import org.jspecify.annotations.NullMarked;
