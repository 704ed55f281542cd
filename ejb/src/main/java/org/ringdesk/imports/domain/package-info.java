/** Jobs, their legal moves and their counts. */
@NullMarked
package org.ringdesk.imports.domain;

import org.jspecify.annotations.NullMarked;
