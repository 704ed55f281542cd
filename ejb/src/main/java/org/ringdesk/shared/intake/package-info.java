/** What comes in as rows of texts, from a file or another system: each row is read field by field, and what is wrong is said there. */
@NullMarked
package org.ringdesk.shared.intake;

import org.jspecify.annotations.NullMarked;
