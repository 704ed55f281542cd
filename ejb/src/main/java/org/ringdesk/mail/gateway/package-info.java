/** The mail server. */
@NullMarked
package org.ringdesk.mail.gateway;

import org.jspecify.annotations.NullMarked;
