/** Who gets in and which headers leave: log-in, log-out, landing pages, browser policies. Knows users and roles; no call and no order. */
@NullMarked
package org.ringdesk.web.security;

import org.jspecify.annotations.NullMarked;
