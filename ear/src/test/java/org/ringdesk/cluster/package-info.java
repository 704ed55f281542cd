/** Two servers on one database and one PBX: they share the screens, and one takes over when the other dies. */
@NullMarked
package org.ringdesk.cluster;

import org.jspecify.annotations.NullMarked;
