@NullMarked
package org.ringdesk.web.systems;

import org.jspecify.annotations.NullMarked;
