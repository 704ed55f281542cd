/**
 * The link, the commands and the call model against real Asterisks, with phones that do what desk phones do. One PBX of each
 * version is started for all tests of a run.
 */
@NullMarked
package org.ringdesk.cti.real;

import org.jspecify.annotations.NullMarked;
