/** What the pages' scripts read over HTTP, as JSON. Reads front doors; changes nothing. */
@NullMarked
package org.ringdesk.web.api;

import org.jspecify.annotations.NullMarked;
