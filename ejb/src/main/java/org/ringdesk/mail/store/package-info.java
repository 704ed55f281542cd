/** Mails and profiles as they are kept. */
@NullMarked
package org.ringdesk.mail.store;

import org.jspecify.annotations.NullMarked;
