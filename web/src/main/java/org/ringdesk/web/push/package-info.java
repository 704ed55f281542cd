/** What happened, sent to open pages at once. Takes events after their transaction; never asks a front door and never waits for a browser. */
@NullMarked
package org.ringdesk.web.push;

import org.jspecify.annotations.NullMarked;
