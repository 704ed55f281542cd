/** Files as they come from outside. */
@NullMarked
package org.ringdesk.imports.gateway;

import org.jspecify.annotations.NullMarked;
