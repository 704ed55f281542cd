@NullMarked
package org.ringdesk.web.security;

import org.jspecify.annotations.NullMarked;
