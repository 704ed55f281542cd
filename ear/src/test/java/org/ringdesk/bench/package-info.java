/** Measurements, run by {@code bin/bench}: programs, never tests. Each compares with a floor of the same run. */
@NullMarked
package org.ringdesk.bench;

import org.jspecify.annotations.NullMarked;
