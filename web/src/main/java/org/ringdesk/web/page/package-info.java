/** What every page needs: the reader's language, money and times in words, texts for scripts, refusals and faults as messages. Holds no rule of a room. */
@NullMarked
package org.ringdesk.web.page;

import org.jspecify.annotations.NullMarked;
