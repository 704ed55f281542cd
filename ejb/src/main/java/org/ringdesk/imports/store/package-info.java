/** Jobs, files and faults as they are kept. */
@NullMarked
package org.ringdesk.imports.store;

import org.jspecify.annotations.NullMarked;
