/** A manager interface that does what a test tells it: the PBX of unit tests, fault tests and benches. */
@NullMarked
package org.ringdesk.cti.fake;

import org.jspecify.annotations.NullMarked;
