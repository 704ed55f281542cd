/** Files are read as they come. */
@NullMarked
package org.ringdesk.imports.gateway;

import org.jspecify.annotations.NullMarked;
