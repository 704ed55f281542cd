/** How presences are found and their changes told, and when agents were last seen. */
@NullMarked
package org.ringdesk.agents.store;

import org.jspecify.annotations.NullMarked;
