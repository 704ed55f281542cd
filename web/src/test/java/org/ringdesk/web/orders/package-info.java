@NullMarked
package org.ringdesk.web.orders;

import org.jspecify.annotations.NullMarked;
