@NullMarked
package org.ringdesk.web.api;

import org.jspecify.annotations.NullMarked;
