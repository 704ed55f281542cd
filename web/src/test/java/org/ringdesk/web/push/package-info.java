@NullMarked
package org.ringdesk.web.push;

import org.jspecify.annotations.NullMarked;
