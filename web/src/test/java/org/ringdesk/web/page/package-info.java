@NullMarked
package org.ringdesk.web.page;

import org.jspecify.annotations.NullMarked;
