/**
 * What the server itself asks the application for: who is this, and are you ready. Lives in the EAR's lib, because there every
 * module and the server find it. Knows no room and no page.
 */
@NullMarked
package org.ringdesk.container;

import org.jspecify.annotations.NullMarked;
