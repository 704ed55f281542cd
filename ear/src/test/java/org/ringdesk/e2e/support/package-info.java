/** Telephones for tests: a real Asterisk, phones and callers, run by the project's own commands. Knows nothing of what is tested. */
@NullMarked
package org.ringdesk.e2e.support;

import org.jspecify.annotations.NullMarked;
