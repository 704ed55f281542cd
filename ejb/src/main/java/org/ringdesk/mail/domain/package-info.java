/** Mails: what they say, to whom, and when they are tried. */
@NullMarked
package org.ringdesk.mail.domain;

import org.jspecify.annotations.NullMarked;
